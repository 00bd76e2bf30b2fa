/**
 * 图 as inline SVG, drawn by echarts without a browser. Text and lines take the colour of the page (currentColor), so that a
 * chart is readable on dark and on light paper alike; the picture scales with the page and never asks the network.
 */
import { BarChart, FunnelChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from '../domain/chart.js';
import { textWidth } from './chinese-wrap.js';

use([
  BarChart,
  LineChart,
  FunnelChart,
  HeatmapChart,
  GridComponent,
  LegendComponent,
  VisualMapComponent,
  LabelLayout,
  SVGRenderer,
]);

/** Stands for the colour of the page's text and is put in its place after drawing; echarts knows no currentColor. */
const INK = '#010203';
/** Lines of the grid: the same, faint. */
const FAINT = '#010204';

/** Middle tones that are told apart on black and on white, and in grey. */
const COLORS = ['#3b82c4', '#d97706', '#3f9a5a', '#a855b5', '#c2513f', '#6b8a99'];

const WIDTH = 760;
const CHARACTER = 6.5;
const LONGEST_NAME = 26;

const label = { color: INK, fontSize: 12 };

/** A name cut to what an axis can show. */
const short = (name: string): string => {
  let shown = '';
  for (const character of name) {
    if (textWidth(shown + character) > LONGEST_NAME) return `${shown}…`;
    shown += character;
  }
  return shown;
};

const nameRoom = (names: readonly string[]): number =>
  20 + CHARACTER * names.reduce((most, name) => Math.max(most, textWidth(short(name))), 0);

const legend = (names: readonly string[]) =>
  names.length > 1 ? { legend: { data: [...names], top: 0, textStyle: label, itemGap: 16 } } : {};

const valueAxis = {
  type: 'value',
  minInterval: 1,
  axisLabel: label,
  splitLine: { lineStyle: { color: FAINT } },
};

const categoryAxis = (names: readonly string[]) => ({
  type: 'category',
  data: names.map(short),
  axisLabel: { ...label, interval: 0 },
  axisLine: { lineStyle: { color: INK } },
  axisTick: { show: false },
});

const bars = ({ categories, series }: Chart): Drawing => ({
  height: 50 + categories.length * (14 + 16 * series.length),
  option: {
    ...legend(series.map(({ name }) => name)),
    grid: { left: nameRoom(categories), right: 50, top: series.length > 1 ? 34 : 10, bottom: 26 },
    xAxis: valueAxis,
    // The first row of the table stands on top.
    yAxis: { ...categoryAxis(categories), inverse: true },
    series: series.map(({ name, values }) => ({
      type: 'bar',
      name,
      data: [...values],
      barMaxWidth: 16,
      label: { ...label, show: true, position: 'right' },
    })),
  },
});

const trend = ({ categories, series }: Chart): Drawing => ({
  height: 320,
  option: {
    ...legend(series.map(({ name }) => name)),
    grid: { left: 50, right: 20, top: 40, bottom: categories.length > 8 ? 70 : 30 },
    xAxis: { ...categoryAxis(categories), axisLabel: { ...label, rotate: categories.length > 8 ? 45 : 0 } },
    yAxis: valueAxis,
    series: series.map(({ name, values }, i) => ({
      type: 'line',
      name,
      data: [...values],
      symbol: 'circle',
      symbolSize: 5,
      lineStyle: { width: i === 0 ? 3 : 1.5, type: i === 0 ? 'solid' : 'dashed' },
    })),
  },
});

const funnel = ({ categories, series, unit }: Chart): Drawing => {
  const values = series[0]?.values ?? [];
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  return {
    height: 60 + categories.length * 46,
    option: {
      series: [
        {
          type: 'funnel',
          // In the order of the stages, even where a later one has more.
          sort: 'none',
          left: 170,
          right: 170,
          top: 10,
          bottom: 10,
          gap: 3,
          min: 0,
          max: most,
          minSize: '2%',
          label: { ...label, position: 'right', formatter: '{b}' },
          labelLine: { lineStyle: { color: INK } },
          data: categories.map((name, i) => ({ name: `${name} ${values[i] ?? 0} ${unit}`, value: values[i] ?? 0 })),
        },
      ],
    },
  };
};

const heat = ({ categories, series }: Chart): Drawing => {
  const cells = series.flatMap(({ values }, y) => values.map((value, x) => [x, y, value ?? 0]));
  const names = series.map(({ name }) => name);
  return {
    height: 60 + series.length * 34,
    option: {
      grid: { left: nameRoom(names), right: 20, top: 34, bottom: 10 },
      xAxis: { ...categoryAxis(categories), position: 'top' },
      yAxis: { ...categoryAxis(names), inverse: true },
      visualMap: {
        show: false,
        min: 0,
        max: Math.max(1, ...cells.map((cell) => cell[2] ?? 0)),
        inRange: { color: ['#3b82c41a', '#3b82c4d9'] },
      },
      series: [{ type: 'heatmap', data: cells, label: { ...label, show: true, fontWeight: 'bold' } }],
    },
  };
};

interface Drawing {
  readonly height: number;
  readonly option: EChartsCoreOption;
}

const DRAWINGS: Readonly<Record<Chart['kind'], (chart: Chart) => Drawing>> = { bars, trend, funnel, heat };

/** One chart as an SVG element that fills the width of its place. */
export const chartSvg = (chart: Chart): string => {
  const { height, option } = DRAWINGS[chart.kind](chart);
  const canvas = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    canvas.setOption({ animation: false, color: COLORS, textStyle: { fontFamily: 'inherit' }, ...option });
    return canvas
      .renderToSVGString()
      .replaceAll(INK, 'currentColor')
      .replaceAll(`stroke="${FAINT}"`, 'stroke="currentColor" stroke-opacity="0.2"')
      .replace(/^<svg width="\d+" height="\d+"/, '<svg role="img"')
      .replace(/<rect width="\d+" height="\d+"[^>]*fill="none"[^>]*><\/rect>/, '');
  } finally {
    canvas.dispose();
  }
};
