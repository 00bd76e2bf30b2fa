/** What a letter is made from, gathered from ledger, rule file and config: the notices room words it, render lays it out. */

import { fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';
import type { LetterMaterial } from '../domain/letter.js';
import type { Notice } from '../domain/notice.js';
import type { Ledger, StoredLead } from '../ledger/index.js';
import { feedbackDay, feedbackLimit, type LetterInput, type MetSituation, type ValuesById } from '../notices/index.js';
import type { Workspace } from './workspace.js';

const byId = (kind: KindDeclaration, values: readonly Value[]): ValuesById =>
  Object.fromEntries(fieldsOf(kind).map((field, i) => [field.id, values[i] ?? null]));

/** Situations in the order of the rule file; one that only a person found has that person's basis. */
const metSituations = (lead: StoredLead, workspace: Workspace): readonly MetSituation[] => {
  const { checker } = workspace.rules();
  const { judgement, assessment } = lead;
  return checker.situations
    .filter(({ id }) => lead.met.includes(id))
    .map(({ id, number, name }) => ({
      id,
      number,
      name,
      evidence: assessment.situations.find((each) => each.id === id && each.outcome === 'met')?.evidence ?? [],
      basis: checker.basis(id, assessment.lawOf),
      judgedBy: judgement?.situation === id ? judgement.basis : null,
    }));
};

/** A line of the list of materials; what the record leaves open stays blank. */
const listed = ({ name, form, copies, pages, secrecy, remarks }: ValuesById): LetterMaterial => {
  const text = (value: Value | undefined): string => String(value ?? '');
  return {
    name: text(name),
    form: text(form),
    copies: text(copies),
    pages: text(pages),
    secrecy: text(secrecy),
    remarks: text(remarks),
  };
};

export const letterFacts = (lead: StoredLead, notice: Notice, workspace: Workspace, ledger: Ledger): LetterInput => {
  const { config, reference, today } = workspace;
  const values = byId(workspace.lead, lead.values);
  const region = typeof values.region === 'string' ? reference.regionByCode(values.region) : null;
  const subject = workspace.kindNamed('subject');
  const material = workspace.kindNamed('material');
  const limit = feedbackLimit(workspace.rules().checker.deadlines);
  return {
    lead: values,
    regionName: region?.name ?? null,
    situations: metSituations(lead, workspace),
    transferBasis: workspace.rules().checker.transferBasis(notice.issuedOn ?? today),
    office: config.office.name,
    receiver: notice.receiver ?? workspace.receiverOf(lead),
    number: notice.number,
    date: notice.issuedOn,
    contact: config.office.contact,
    feedbackDeadline: feedbackDay(notice.issuedOn, limit, reference.workingDays),
    feedbackLimit: limit,
    subjects: ledger.linkedTo('subject', 'lead', lead.leadNo).map((record) => byId(subject, record.values)),
    materials: ledger.linkedTo('material', 'lead', lead.leadNo).map((record) => listed(byId(material, record.values))),
    process: {
      approvedBy: notice.approvedBy ?? null,
      approvedOn: notice.approvedOn,
      issuedOn: notice.issuedOn,
      deliveredOn: notice.deliveredOn,
    },
  };
};
