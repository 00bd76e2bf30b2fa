import { describe, expect, it } from 'vitest';
import { composeDocuments, composeLetter } from '../../src/notices/index.js';
import { sampleInput, sampleLead, withPersons } from './sample.js';

const whole = (value: unknown): string => JSON.stringify(value);
const section = (input: typeof sampleInput, n: number): string => whole(composeLetter(input).sections[n]);

describe('the words of a letter', () => {
  it('names sender, subject, suspicion and basis the way letters do', () => {
    const letter = composeLetter(sampleInput);
    expect(letter.title).toBe('关于移送某县某局陈某涉嫌拒绝或阻挠取证问题线索的函');
    expect(letter.receiver).toBe('中共某县纪律检查委员会、某县监察委员会');
    expect(letter.situations[0]?.basis).toEqual([
      '《中华人民共和国行政复议法》第八十二条、第八十四条',
      '《行政执法监督条例》第四十一条（未核实）',
    ]);
    expect(letter.contactLine).toBe('联系人：周某，联系电话：0427-0000000');
    expect(letter.pending).toEqual([]);
  });

  it('quotes the clauses around the phrases found, each once', () => {
    expect(composeLetter(sampleInput).situations[0]?.excerpts).toEqual([
      '2024年3月，行政复议机关两次向该局调取行政处罚案卷，该局均未提供',
      '副局长陈某要求工作人员把检查记录销毁，并统一口径称案卷遗失，致使复议机关无法查清事实',
    ]);
  });

  it('masks identity numbers everywhere unless they were revealed', () => {
    const input = {
      ...sampleInput,
      lead: { ...sampleLead, summary: `${sampleLead.summary}（身份证号21112219800101123X）` },
    };
    expect(whole(composeDocuments(input))).not.toMatch(/\d{15}/);
    expect(whole(composeDocuments(input))).toContain('2111**********123X');
    expect(whole(composeDocuments({ ...input, revealIdentity: true }))).toContain('211122198001011234');
  });

  it('never lets out the reporter, not even where the summary names them', () => {
    const input = {
      ...sampleInput,
      lead: { ...sampleLead, summary: `${sampleLead.summary}钱某某（13900000000）多次反映。` },
    };
    const text = whole(composeDocuments({ ...input, revealIdentity: true }));
    expect(text).not.toContain('钱某某');
    expect(text).not.toContain('13900000000');
    expect(text).toContain('反映人（（略））多次反映');
  });

  it('leaves what is unknown open to be seen, and says so', () => {
    const letter = composeLetter({
      ...sampleInput,
      receiver: null,
      contact: null,
      feedbackDeadline: null,
      lead: { ...sampleLead, contact: null },
    });
    expect(letter.receiver).toBeNull();
    expect(letter.contactLine).toBe('联系人：　　　　　　，联系电话：　　　　　　　　　　');
    expect(letter.closing[0]).toContain('于　　　　年　　月　　日前将处理情况函告');
    expect(letter.pending.map((each) => each.slice(0, 4))).toEqual(['主送机关', '联系人留', '联系电话', '反馈期限']);
  });

  it('marks a day for the answer that rests on limits nobody has verified', () => {
    const closing = (unverified: boolean) =>
      composeLetter({ ...sampleInput, feedbackLimit: { workingDays: 65, unverified } }).closing[0];
    expect(closing(false)).toContain('于2024年8月20日前将处理情况函告');
    expect(closing(true)).toContain('于2024年8月20日（默认时限，未核实）前将处理情况函告');
    const { receipt } = composeDocuments({ ...sampleInput, feedbackLimit: { workingDays: 65, unverified: true } });
    expect(JSON.stringify(receipt.rows)).toContain('2024年8月20日（默认时限，未核实）');
  });

  it('marks secrecy only as stated, state and work secrets apart', () => {
    const marked = (secrecy: string | null) =>
      composeLetter({ ...sampleInput, lead: { ...sampleLead, secrecy } }).secrecy;
    expect(marked(null)).toBeNull();
    expect(marked('工作秘密')).toEqual({ kind: 'work', term: null });
    expect(marked('机密★1年')).toEqual({ kind: 'state', level: '机密', term: '1年' });
    expect(marked('国家秘密（秘密级，10年）')).toEqual({ kind: 'state', level: '秘密', term: '10年' });
    expect(marked('国家秘密')).toBeNull();
    expect(marked('国家秘密 秘密 10年')).toEqual({ kind: 'state', level: '秘密', term: '10年' });
    expect(composeLetter({ ...sampleInput, lead: { ...sampleLead, secrecy: '内部' } }).pending).toHaveLength(1);
  });

  it('tells few persons in sentences and many in a table', () => {
    expect(section(withPersons(3), 1)).toContain('"1. 陈某，某县某局副局长，乡科级，县管干部，中共党员');
    expect(composeLetter(withPersons(4)).sections[1]?.blocks[2]).toMatchObject({ type: 'table' });
    expect(composeLetter(withPersons(4)).title).toBe('关于移送某县某局陈某等4人涉嫌拒绝或阻挠取证问题线索的函');
  });

  it('says nothing about the seventh situation in the title, and gives a person’s reason in the text', () => {
    const letter = composeLetter({
      ...sampleInput,
      situations: [
        {
          id: 'seventh',
          number: 7,
          name: '第七种情形（原文未列明）',
          evidence: [],
          basis: [],
          judgedBy: '联席会议研究认定',
        },
      ],
    });
    expect(letter.title).toBe('关于移送某县某局陈某涉嫌违纪违法问题线索的函');
    expect(letter.sections[3]?.blocks).toEqual([
      { type: 'item', label: '（一）第七种情形（原文未列明）', text: '经研判认定，理由是：联席会议研究认定。' },
    ]);
  });

  it('lists registered materials, else the lead’s own cell taken apart', () => {
    expect(composeLetter(sampleInput).materials.map((each) => each.name)).toEqual(['复议案卷', '询问笔录']);
    const material = { name: '案卷', form: '复印件', copies: '1', pages: '30', secrecy: '', remarks: '' };
    expect(composeDocuments({ ...sampleInput, materials: [material] }).materials.table?.rows).toEqual([
      ['1', '案卷', '复印件', '1', '30', '', ''],
    ]);
  });
});
