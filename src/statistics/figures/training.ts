/** 培训和考试: sessions, person-times, and the pass rate of the exam for enforcement officers. */
import { ratio } from '../checked-totals.js';
import { countQuery, totalOf } from '../counts.js';
import type { FigureGroup } from './figure.js';
import { percentFigure } from './percent.js';

export const trainingFigures: FigureGroup = {
  title: '纪法培训和考试',
  kinds: ['training', 'exam'],
  queries: (context) => [
    countQuery(context, { kind: 'training' }),
    countQuery(context, { kind: 'training', measure: 'sum:attendance' }),
    countQuery(context, { kind: 'exam', measure: 'sum:attended' }),
    countQuery(context, { kind: 'exam', measure: 'sum:passed' }),
  ],
  build: ([sessions, persons, attended, passed]) => [
    { item: '举办培训', value: totalOf(sessions), unit: '次' },
    { item: '参加培训', value: totalOf(persons), unit: '人次' },
    { item: '执法资格考试参考', value: totalOf(attended), unit: '人' },
    { item: '其中：合格', value: totalOf(passed), unit: '人' },
    percentFigure('考试合格率（合格÷参考）', ratio(totalOf(passed), totalOf(attended))),
  ],
};
