/** 公职律师与法律服务: lawyers assigned, services to the discipline-inspection commission by kind. */
import { mustAddUp } from '../checked-totals.js';
import { CountIndex, countQuery, totalOf } from '../counts.js';
import { dimensionOf, printedValues } from '../dimension.js';
import { kindOf } from '../kind-of.js';
import type { FigureGroup } from './figure.js';

export const lawyerFigures: FigureGroup = {
  title: '公职律师',
  kinds: ['public-lawyer'],
  queries: (context) => [countQuery(context, { kind: 'public-lawyer' })],
  build: ([lawyers]) => [{ item: '指派公职律师', value: totalOf(lawyers), unit: '名' }],
};

export const legalServiceFigures: FigureGroup = {
  title: '法律服务',
  kinds: ['legal-service'],
  queries: (context) => [
    countQuery(context, { kind: 'legal-service' }),
    countQuery(context, { kind: 'legal-service', by: ['service'] }),
  ],
  build: ([all, byService], context) => {
    const services = new CountIndex(byService);
    const total = totalOf(all);
    mustAddUp(
      'overview',
      '法律服务',
      total,
      services.tuples.map((tuple) => services.of(tuple)),
    );
    const dimension = dimensionOf(kindOf('legal-service'), 'service', context);
    const values = printedValues(
      dimension,
      services.tuples.map(([service]) => service ?? null),
    );
    return [
      { item: '提供法律服务', value: total, unit: '次' },
      ...values.map((value) => ({
        item: `其中：${dimension.titleOf(value)}`,
        value: services.of([value]),
        unit: '次',
      })),
    ];
  },
};
