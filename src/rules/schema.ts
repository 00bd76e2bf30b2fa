/**
 * The JSON Schema of the rule file (规则文件), put together from the operators' own fragments. One schema serves two
 * readers: xingji checks the file with it, and the rule author's editor completes and explains keys with its Chinese
 * descriptions (rules/seven-situations.schema.json is this value, kept equal by a test).
 */

import { DATE_SCHEMA } from './operators/in-force.js';
import { OPERATORS } from './operators/index.js';
import { LIST_SCHEMA } from './operators/text.js';
import { AT_LEAST_SCHEMA, WEIGHED_LIST_SCHEMA } from './operators/weigh.js';

const text = (description: string) => ({ type: 'string', minLength: 1, description });

const closed = (description: string, required: readonly string[], properties: object) => ({
  type: 'object',
  description,
  required,
  additionalProperties: false,
  properties,
});

const condition = {
  type: 'object',
  description: '条件：一个条件写法（all、any、says 等）及其内容；可加 title 说明。',
  minProperties: 1,
  maxProperties: 2,
  // One operator, and at most a title beside it: two keys must include `title`, and `title` is never alone.
  allOf: [
    { not: { minProperties: 2, not: { required: ['title'] } } },
    { not: { maxProperties: 1, required: ['title'] } },
  ],
  additionalProperties: false,
  properties: {
    title: text('这一条件的中文说明，显示在比对说明里'),
    ...Object.fromEntries(
      OPERATORS.map(({ name, title, doc, schema }) => [name, { title, description: doc, ...schema }]),
    ),
  },
};

const basis = closed('法律依据。有新旧条文的分两条写，用 from、to 注明施行期间。', ['statute', 'article'], {
  statute: text('法律法规名称'),
  article: text('条款项'),
  text: text('条文要点'),
  from: { ...DATE_SCHEMA, description: '自哪一天起施行（含）' },
  to: { ...DATE_SCHEMA, description: '施行到哪一天（含）' },
  unverified: { type: 'boolean', description: 'true：施行期间或条文尚未核实，输出时会注明' },
});

const vocabulary = {
  description: '词表：短语列表；或写明 note、phrases、include（并入其他词表）。',
  anyOf: [
    { type: 'array', items: text('短语') },
    closed('词表', [], {
      note: text('这个词表收什么'),
      phrases: { type: 'array', items: text('短语') },
      include: { type: 'array', items: text('并入的词表名') },
    }),
  ],
};

const scale = closed('计分表：每个不同的短语计一次分，负数为减分', [], {
  note: text('这张表衡量什么'),
  lists: {
    type: 'object',
    description: '词表名: 分数',
    additionalProperties: { type: 'integer', description: '词表里每个不同的短语得几分' },
  },
  phrases: {
    type: 'object',
    description: '分数: 短语列表，用于不成词表的个别短语',
    patternProperties: { '^-?[1-9][0-9]*$': { type: 'array', minItems: 1, items: text('短语') } },
    additionalProperties: false,
  },
});

const example = {
  description: '例子：一段主要问题；或写明 lead（字段: 值）和 note。',
  anyOf: [
    text('主要问题（其余字段用默认值）'),
    closed('例子', ['lead'], {
      lead: {
        type: 'object',
        required: ['summary'],
        description: '字段 id 和值，必须有 summary',
        properties: { summary: text('主要问题') },
        additionalProperties: true,
      },
      note: text('为什么'),
    }),
  ],
};

const examples = (description: string) => ({ type: 'array', description, items: example });

const situation = closed('一种情形', ['id', 'number', 'name', 'quote', 'basis'], {
  id: { type: 'string', pattern: '^[a-z][a-z-]*$', description: '情形代号，定下后不再改' },
  number: { type: 'integer', minimum: 1, maximum: 7, description: '序号' },
  name: text('情形名称'),
  quote: text('机制原文'),
  open: { type: 'boolean', description: 'true：留空待补的情形，自己不会符合，只能由人研判' },
  note: text('给人看的说明'),
  basis: { type: 'array', description: '法律依据', items: { $ref: '#/$defs/basis' } },
  certain: { $ref: '#/$defs/condition', description: '认定条件：成立即符合' },
  hint: { $ref: '#/$defs/condition', description: '提示条件：成立即疑似，由人研判' },
  examples: closed('例子', [], {
    match: examples('必须符合'),
    'no-match': examples('必须不符合'),
    'known-miss': examples('已知会漏判：应当符合而现在不符合，留待改进'),
    'known-excess': examples('已知会多判：不应符合而现在符合，留待改进'),
  }),
});

const mark = closed('语境标志', ['list', 'stands', 'reach'], {
  list: text('词表名'),
  stands: { enum: ['before', 'after'], description: '在短语之前或之后' },
  reach: {
    description: '管多远：clause 同一分句，sentence 同一句，text 全文，或相隔字数',
    anyOf: [{ enum: ['clause', 'sentence', 'text'] }, { type: 'integer', minimum: 0 }],
  },
});

const deadline = closed('时限', ['id', 'title', 'start', 'end', 'workingDays', 'source'], {
  id: { type: 'string', pattern: '^[a-z][a-z-]*$', description: '时限代号' },
  title: text('时限名称'),
  start: { $ref: '#/$defs/event' },
  end: { $ref: '#/$defs/event' },
  workingDays: { type: 'integer', minimum: 1, maximum: 250, description: '工作日' },
  source: text('出处'),
  unverified: { type: 'boolean', description: 'true：不是机制或法律原文规定的天数，是可以改的默认值' },
});

const ids = (description: string) => ({
  type: 'array',
  minItems: 2,
  maxItems: 2,
  uniqueItems: true,
  description,
  items: { type: 'string' },
});

const PROPERTIES = {
  id: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$', description: '规则文件代号' },
  title: text('规则文件名称'),
  version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$', description: '版本，如 1.0.0；结论会变的修改要升版本' },
  effective: closed('本文件适用的期间', ['from'], {
    from: { ...DATE_SCHEMA, description: '自哪一天起' },
    to: { ...DATE_SCHEMA, description: '到哪一天止' },
  }),
  source: closed('机制的公开出处', ['title'], {
    title: text('标题'),
    url: text('网址'),
    published: { ...DATE_SCHEMA, description: '发布日期' },
  }),
  text: closed('怎样读文字', ['fields', 'clause-ends', 'sentence-ends'], {
    fields: { type: 'array', minItems: 1, items: text('字段'), description: '条件默认读哪些字段' },
    'clause-ends': text('分句到哪些标点为止'),
    'sentence-ends': text('句子到哪些标点为止'),
  }),
  vocabularies: {
    type: 'object',
    description: '词表：名称和短语。增删短语不需要改程序。',
    additionalProperties: { $ref: '#/$defs/vocabulary' },
  },
  scales: {
    type: 'object',
    description: '计分表：名称和加分、减分的词表、短语。条件里用 weigh: {scale: 名称, at-least: 分数}。',
    additionalProperties: { $ref: '#/$defs/scale' },
  },
  contexts: {
    type: 'array',
    description: '语境：处在其中的短语不算数',
    items: closed('语境：写明 marks（语境标志）或 weigh（通篇权衡）', ['id', 'title'], {
      id: { type: 'string', pattern: '^[a-z][a-z-]*$', description: '语境代号' },
      title: text('名称'),
      marks: { type: 'array', minItems: 1, items: mark },
      weigh: closed('通篇权衡：得分够了，全文都处在这一语境中', ['at-least', 'of'], {
        'at-least': AT_LEAST_SCHEMA,
        of: { type: 'array', minItems: 1, items: WEIGHED_LIST_SCHEMA },
      }),
    }),
  },
  actors: closed('行为主体：谁做的才算', ['title', 'official', 'outsider', 'object-marks', 'aside'], {
    title: text('不算的原因，显示在比对说明里'),
    official: text('词表：行政机关和公职人员'),
    outsider: text('词表：企业、群众等'),
    'object-marks': text('词表：宾语标志，如“向”“对”'),
    aside: text('词表：名词后面表示所属或转述的词，如“的”“反映”'),
  }),
  transfer: closed('移送要件和移送依据', ['needs', 'basis'], {
    needs: {
      type: 'array',
      minItems: 1,
      items: closed('要件', ['field'], {
        field: text('字段'),
        'min-length': { type: 'integer', minimum: 1, description: '至少多少字' },
      }),
    },
    basis: { type: 'array', minItems: 1, items: { $ref: '#/$defs/basis' } },
  }),
  situations: { type: 'array', minItems: 1, items: { $ref: '#/$defs/situation' }, description: '各种情形' },
  deadlines: { type: 'array', items: { $ref: '#/$defs/deadline' }, description: '时限（工作日）' },
  overlap: {
    type: 'array',
    description: '两种情形同时符合时的口径；每一对都要写明',
    items: closed('并存口径', ['pair', 'policy', 'reason'], {
      pair: ids('两种情形的代号'),
      policy: {
        enum: ['both', 'first', 'exclusive'],
        description: 'both 并列认定；first 只认定前者；exclusive 不应并存',
      },
      reason: text('理由'),
    }),
  },
};

/** The schema of the rule file, whole; a fresh value at each call. */
export const editorSchema = (): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: '行纪衔接移送情形规则文件',
  description: '七种移送情形的认定条件。由法律人员维护，程序据此比对问题线索。',
  type: 'object',
  required: [
    'id',
    'title',
    'version',
    'effective',
    'source',
    'text',
    'vocabularies',
    'contexts',
    'actors',
    'transfer',
    'situations',
    'deadlines',
    'overlap',
  ],
  additionalProperties: false,
  properties: PROPERTIES,
  $defs: {
    condition,
    basis,
    vocabulary,
    scale,
    situation,
    deadline,
    list: LIST_SCHEMA,
    event: {
      enum: [
        'found',
        'received',
        'drafted',
        'approved',
        'issued',
        'delivered',
        'accepted',
        'returned',
        'disposed',
        'concluded',
      ],
      description:
        'found 发现，received 登记，drafted 拟稿，approved 审定，issued 制发，delivered 送达，accepted 签收，returned 退回，disposed 提出处置意见，concluded 办结',
    },
  },
});
