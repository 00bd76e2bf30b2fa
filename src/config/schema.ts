/**
 * What may stand in xingji.yaml (配置), as a JSON Schema with a Chinese description per key. The descriptions are what a
 * person reads when a value is refused, so each says how it is written.
 */

/** A part of the schema, as far as messages need to look into it. */
export interface SchemaPart {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly items?: SchemaPart;
  readonly [keyword: string]: unknown;
}

// An unquoted code is a number in YAML; it is as good as the text.
const REGION = { type: ['string', 'integer'], pattern: '^\\d{6}$', minimum: 100000, maximum: 999999 } as const;

export const CONFIG_SCHEMA: SchemaPart = {
  type: 'object',
  additionalProperties: false,
  properties: {
    office: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'region'],
      description: '本单位：name 全称、region 行政区划代码、numberPrefix 机关代字、contact 联系人',
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 100, description: '本单位全称，用于文书署名' },
        region: { ...REGION, description: '六位行政区划代码，如 "211100"' },
        numberPrefix: {
          type: 'string',
          pattern: '^[^\\s〔〕\\[\\]（）()\\d]{1,30}$',
          description: '发文机关代字，如 某法治办移，不含年份、括号和序号',
        },
        contact: {
          type: 'object',
          additionalProperties: false,
          description: '移送函上的联系人：person 姓名或科室、phone 联系电话；没写的在函上留空待填',
          properties: {
            person: { type: 'string', minLength: 1, maxLength: 100, description: '联系人姓名或科室，如 法治督察科' },
            // Digits alone are a number in YAML; a leading zero is lost then, so such a number is refused.
            phone: { type: 'string', minLength: 1, maxLength: 50, description: '联系电话，加引号，如 "0000-0000000"' },
          },
        },
      },
    },
    receivers: {
      type: 'array',
      description: '接收移送函的机关，每个行政区划一项：{region: "211100", name: 全称}',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['region', 'name'],
        description: '接收机关：region 行政区划代码、name 全称',
        properties: {
          region: { ...REGION, description: '六位行政区划代码，如 "211122"' },
          name: { type: 'string', minLength: 1, maxLength: 200, description: '接收机关全称' },
        },
      },
    },
    numbering: {
      type: 'object',
      additionalProperties: false,
      description: '发文编号：startAt 某年从几号开始',
      properties: {
        startAt: {
          type: 'object',
          propertyNames: { pattern: '^(19|20)\\d{2}$' },
          additionalProperties: { type: 'integer', minimum: 1 },
          description: '年份: 起始号，如 {2026: 37}，此前的号已在纸质登记簿上用过',
        },
      },
    },
    ledger: { type: 'string', minLength: 1, description: '台账文件，相对路径从本配置文件所在文件夹算起' },
    rules: { type: 'string', minLength: 1, description: '规则文件，相对路径从本配置文件所在文件夹算起' },
    templates: { type: 'string', minLength: 1, description: '本单位文书模板所在文件夹' },
    data: { type: 'string', minLength: 1, description: '本单位参考数据所在文件夹，同名文件代替程序自带的' },
  },
};
