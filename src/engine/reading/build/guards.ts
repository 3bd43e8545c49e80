import type { Vocabulary } from '../../conditions/index.ts';
import type { Effect, Guard, Reaction } from '../../policy.ts';
import type { Path } from '../problem.ts';
import { listOf, type Reader } from '../reader.ts';
import type { RawEffect } from '../schema/rules.ts';
import { each } from './frame.ts';
import { beginRule, rowsOf, ruleCondition } from './rule.ts';
import { actTitle } from './titles.ts';

export function buildGuards(reader: Reader, vocabulary: Vocabulary): Record<string, Guard> {
  return each(reader.raw.guards, (id, raw) => {
    const path = ['guards', id];
    const acts = listOf(raw.act);
    const rule = beginRule(reader, vocabulary, path, raw.of, 'act', acts);
    const rows = rowsOf(raw, path).map(({ row, path: place, placeOf }) => {
      if (row.only_if === undefined && row.approval === undefined) reader.report(place, { zh: '既无 only_if 又无 approval，什么也没有限制', en: 'neither only_if nor approval: it restricts nothing' });
      return {
        when: ruleCondition(rule, row.when, [...place, 'when']), onlyIf: ruleCondition(rule, row.only_if, placeOf('only_if')),
        approval: row.approval ?? null, say: row.say ?? null, source: reader.source(row, place),
      };
    });
    return { id, title: raw.title ?? actTitle(reader.raw, raw.of, acts[0] ?? id), of: raw.of, acts, when: ruleCondition(rule, raw.when, [...path, 'when']), rows, source: reader.source(raw, path) };
  });
}

export function buildReactions(reader: Reader, vocabulary: Vocabulary): Record<string, Reaction> {
  return each(reader.raw.reactions, (id, raw) => {
    const path = ['reactions', id];
    const after = listOf(raw.after);
    const rule = beginRule(reader, vocabulary, path, raw.of, 'after', after);
    const rows = rowsOf(raw, path).map(({ row, path: place, placeOf }) => {
      if (!row.then) reader.report(place, { zh: '没有写系统要做什么（then）', en: 'it says nothing that the system does (then)' });
      const then = (row.then ?? []).flatMap((effect, index) => buildEffect(reader, effect, [...placeOf('then'), index]));
      // oxlint-disable-next-line no-thenable -- “then” is a word of the policy language
      return { when: ruleCondition(rule, row.when, [...place, 'when']), then, source: reader.source(row, place) };
    });
    return { id, title: raw.title ?? actTitle(reader.raw, raw.of, after[0] ?? id), of: raw.of, after, when: ruleCondition(rule, raw.when, [...path, 'when']), rows, source: reader.source(raw, path) };
  });
}

/** One effect of the file; `assign` of several roles gives several. */
function buildEffect(reader: Reader, raw: RawEffect, path: Path): readonly Effect[] {
  if ('tell' in raw) {
    const who = reader.who(raw.tell, [...path, 'tell']);
    return who ? [{ do: 'tell', who }] : [];
  }
  if ('assign' in raw) return Object.entries(raw.assign).flatMap(([role, to]): readonly Effect[] => {
    const who = reader.who(to, [...path, 'assign', role]);
    return who ? [{ do: 'assign', role, who }] : [];
  });
  if ('open' in raw) return [{ do: 'open', kind: raw.open, once: raw.once ?? null }];
  if ('do' in raw) return [{ do: 'act', act: raw.do, to: reader.who(raw.to, [...path, 'to']) }];
  if ('set' in raw) return [{ do: 'other', name: 'set', with: raw.set }];
  if ('grant' in raw) return [{ do: 'other', name: 'grant', with: raw.grant }];
  if ('suspend' in raw) return [{ do: 'other', name: 'suspend', with: raw.suspend }];
  return [{ do: 'other', name: 'move', with: raw.move }];
}
