/**
 * The rule set of rule-engines.ts: seven situations in words that every engine has. Each is met where the text holds a phrase of
 * every list and the fields have one of the given values. Invented for the comparison; no situation of the shipped rule file.
 */

export interface Situation {
  readonly id: string;
  readonly name: string;
  readonly phrases: readonly (readonly string[])[];
  readonly fields: readonly { readonly field: string; readonly values: readonly string[] }[];
}

/** Fifty phrases: what the seeded sheet tells, and as much that it does not. */
const FIFTY_PHRASES: readonly Situation[] = [
  {
    id: 'inaction',
    name: '不作为',
    phrases: [['长期不予查处', '不予受理', '置之不理', '拖着不办', '压案不查', '不闻不问', '推诿扯皮']],
    fields: [{ field: 'source_channel', values: ['法治督察', '执法监督'] }],
  },
  {
    id: 'refusal',
    name: '拒不配合',
    phrases: [
      ['拒绝向', '拒不提供', '拒绝提供', '不肯交出', '拖延提供'],
      ['案卷', '台账', '检查记录', '监控录像'],
    ],
    fields: [{ field: 'level', values: ['市', '县区'] }],
  },
  {
    id: 'evidence',
    name: '毁灭证据',
    phrases: [
      ['销毁', '篡改', '伪造', '藏匿', '补造'],
      ['记录', '证据', '笔录'],
    ],
    fields: [],
  },
  {
    id: 'interference',
    name: '干预办案',
    phrases: [['打招呼', '递条子', '说情', '要求从轻处理', '指使工作人员', '施加压力']],
    fields: [{ field: 'agency_domain', values: ['市场监管', '生态环境', '自然资源', '交通运输', '应急管理'] }],
  },
  {
    id: 'pressure',
    name: '施压撤回',
    phrases: [
      ['相威胁', '扬言', '以吊销许可', '断水断电'],
      ['撤回复议申请', '撤诉', '放弃申诉', '不再举报'],
    ],
    fields: [],
  },
  {
    id: 'defiance',
    name: '不履行决定',
    phrases: [
      ['复议决定', '生效判决', '督察意见'],
      ['仍未履行', '拒不履行', '至今未改', '未予整改'],
    ],
    fields: [{ field: 'region', values: ['双台子区', '兴隆台区', '大洼区'] }],
  },
  {
    id: 'leak',
    name: '泄露案情',
    phrases: [['通风报信', '透露举报人', '泄露线索', '提前告知检查', '走漏消息']],
    fields: [{ field: 'conduct', values: ['行政不作为', '乱作为'] }],
  },
];

/**
 * The situations with `count` phrases, those beyond 50 made of four to six of the characters of `text`. Trap: where these are
 * the characters of the leads alone, a scan is at hardly any character sure that no phrase goes on there, and takes longer.
 */
export const withPhrases = (count: number, text: string): readonly Situation[] => {
  const situations = FIFTY_PHRASES;
  const characters = [...new Set(text)].sort().filter((character) => /\p{Script=Han}/u.test(character));
  let state = 20240601;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const known = new Set(situations.flatMap(({ phrases }) => phrases.flat()));
  const added: string[][] = situations.map(() => []);
  for (let i = 0; known.size < count; i++) {
    const phrase = Array.from({ length: 4 + below(3) }, () => characters[below(characters.length)]).join('');
    if (known.has(phrase)) continue;
    known.add(phrase);
    added[i % situations.length]?.push(phrase);
  }
  return situations.map((situation, i) => ({
    ...situation,
    phrases: situation.phrases.map((list, n) => (n === 0 ? [...list, ...(added[i] ?? [])] : list)),
  }));
};
