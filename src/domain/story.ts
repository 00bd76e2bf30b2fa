/** 线索全过程 (the story of a lead), as `lead show` tells it. */
import type { Decision, Judgement } from './assessment.js';
import type { Notice } from './notice.js';

export interface StoryEvent {
  /** ISO date or date-time; empty where the record has no day. */
  readonly on: string;
  readonly title: string;
  readonly detail: string;
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
}
