/** 纪法培训: sessions, person-times (人次) and hours by course. */
import { figureTable } from '../figure-table.js';

const KIND = 'training';

export const training = figureTable({
  id: 'training',
  title: '纪法培训统计',
  askedBy: '法治建设办',
  doc: '纪法规定、习近平法治思想等培训办了几期、多少人次',
  by: 'course',
  figures: [
    { id: 'count', title: '培训期数', unit: '次', kind: KIND },
    { id: 'attendance', title: '参训人次', unit: '人次', kind: KIND, measure: 'sum:attendance' },
    { id: 'hours', title: '学时', unit: '学时', kind: KIND, measure: 'sum:hours' },
  ],
  notes: ['按人次计，一人参加几期计几人次。'],
  chart: { kind: 'bars', unit: '人次', figures: ['attendance'] },
});
