/** 线索全过程 (the story of a lead as text): its decision, its fields, its notice and what happened, oldest first. */
import { DECISION_TITLES } from '../domain/assessment.js';
import { NOTICE_STATE_TITLES } from '../domain/notice.js';
import type { LeadStory } from '../domain/story.js';
import { inkFor, type Layout } from './layout.js';
import { folded } from './wrapped-lines.js';

const STANDING = { late: '，已超期', soon: '，即将到期', running: '', unknown: '' } as const;

export const leadStoryText = (story: LeadStory, layout: Layout): string => {
  const ink = inkFor(layout);
  const lines = [ink.bold(`${story.leadNo}　${DECISION_TITLES[story.decision]}`)];
  const add = (text: string): void => void lines.push(folded(text, layout.width));
  if (story.situationNames.length) add(`符合情形：${story.situationNames.join('；')}`);
  if (story.judgement)
    add(
      `人工研判（${story.judgement.operator}，${story.judgement.at.slice(0, 10)}）：${story.judgement.basis}；机器比对：${DECISION_TITLES[story.machineDecision]}`,
    );
  for (const { title, value } of story.fields) add(`${ink.dim(`${title}：`)}${value}`);
  if (story.notice) {
    const { number, state, stale, receiver } = story.notice;
    add(
      `移送函：${number ?? '未编号'}　${NOTICE_STATE_TITLES[state]}${receiver ? `　主送 ${receiver}` : ''}${stale ? '（线索已变更，函件仍为发出时内容）' : ''}`,
    );
  }
  if (story.events.length) lines.push(ink.bold('经过'));
  for (const { on, title, detail } of story.events)
    add(`${on === '' ? '日期未填' : on.slice(0, 16).replace('T', ' ')}　${title}${detail ? `：${detail}` : ''}`);
  if (story.due.length + story.openSteps.length) lines.push(ink.bold('接下来'));
  for (const { title, startedOn, dueOn, unknownYear, standing, unverified } of story.due)
    add(
      `${dueOn ?? `缺 ${unknownYear} 年日历，无法计算`}　${title}${STANDING[standing]}（从 ${startedOn} 起算${unverified ? '，时限为默认值' : ''}）`,
    );
  if (story.openSteps.length) {
    const steps = story.openSteps.map(({ step, title }) => `${title}（xingji notice ${step}）`);
    add(`移送函可以办理：${steps.join('、')}`);
  }
  return `${lines.join('\n')}\n`;
};
