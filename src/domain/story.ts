/** 线索全过程 (the story of a lead), as `lead show` tells it. */
import type { Decision, Judgement } from './assessment.js';
import type { Notice } from './notice.js';

export interface StoryEvent {
  /** ISO date or date-time; empty where the record has no day. */
  readonly on: string;
  readonly title: string;
  readonly detail: string;
}

/** 下一步时限: a limit that runs, with the day on which it ends; null where that needs the calendar of a year without one. */
export interface StoryDue {
  readonly title: string;
  readonly startedOn: string;
  readonly dueOn: string | null;
  readonly unknownYear: number | null;
  readonly standing: 'late' | 'soon' | 'running' | 'unknown';
  readonly unverified: boolean;
}

export interface LeadStory {
  readonly leadNo: string;
  readonly decision: Decision;
  readonly machineDecision: Decision;
  readonly judgement: Judgement | null;
  readonly situations: readonly string[];
  readonly situationNames: readonly string[];
  /** Filled fields that may be shown, in the order of the kind. */
  readonly fields: readonly { readonly id: string; readonly title: string; readonly value: string }[];
  readonly notice: Notice | null;
  readonly events: readonly StoryEvent[];
  /** 接下来: limits that run, by their day. */
  readonly due: readonly StoryDue[];
  /** Steps that may be taken with the notice now, in words and as `xingji notice` names them. */
  readonly openSteps: readonly { readonly step: string; readonly title: string }[];
}
