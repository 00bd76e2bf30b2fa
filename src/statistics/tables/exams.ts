/** 执法资格考试: those expected, present and passed by agency. The pass rate is of those present, never of those expected. */
import { ratio } from '../checked-totals.js';
import { figureTable } from '../figure-table.js';

const KIND = 'exam';

export const exams = figureTable({
  id: 'exams',
  title: '行政执法资格考试合格率',
  askedBy: '法治建设办',
  doc: '各单位参考率、合格率，看培训效果',
  by: 'agency',
  figures: [
    { id: 'expected', title: '应考', unit: '人', kind: KIND, measure: 'sum:expected' },
    { id: 'attended', title: '参考', unit: '人', kind: KIND, measure: 'sum:attended' },
    { id: 'passed', title: '合格', unit: '人', kind: KIND, measure: 'sum:passed' },
    { id: 'attendance_rate', title: '参考率', type: 'percent', derive: (of) => ratio(of('attended'), of('expected')) },
    { id: 'pass_rate', title: '合格率', type: 'percent', derive: (of) => ratio(of('passed'), of('attended')) },
  ],
  notes: ['参考率＝参考÷应考，合格率＝合格÷参考。一人参加几次考试计几次。'],
  chart: { kind: 'bars', unit: '人', figures: ['attended', 'passed'] },
});
