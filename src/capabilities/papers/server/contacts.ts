import { gatherTenant, hiddenMatters, KIND_OF_MATTER, placeIn, seesCustomers } from '#capabilities/matters/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import { writeCursor, type Actor, type Context } from '#platform/operations/index.ts';
import type { ContactFilter, ContactRow } from '../contract.ts';
import { contactOf, contactsWhere, waitsForTaking, type ContactRead } from './contact.ts';

const PAGE = 50;
const NEVER = Date.UTC(9999, 0);
const LAST_SEQ = 2_147_483_647;
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const CONTACTS = contactsWhere({
  order: 'desc', limit: '$9',
  where: ({ at, id, seq, channel, words }) => `${KIND_OF_MATTER} <> all($2::text[]) and ($3::timestamptz is null or ${at} >= $3) and ($4::timestamptz is null or ${at} < $4) and ($5::text is null or ${channel} = $5)
    and ($6::text is null or ${words.map((each) => `${each} ilike $6`).join(' or ')} or m.number ilike $6 or ($10::boolean and (m.subject ilike $6 or m.customer_name ilike $6)))
    and (${at}, ${id}, ${seq}) < ($7::timestamptz, $8::uuid, $11::integer)`,
});

export interface Contacts { readonly items: ContactRow[]; readonly next: string | null }

/**
 * The register of calls, visits and letters, those who asked again among them, newest first (`GET /api/contacts`): the whole company's, for whoever works on matters; closed
 * kinds do not exist for others. Names, numbers and addresses are masked for those whose position does not see them in lists, and
 * not looked for either: a hit would tell what stands under the mask.
 */
export function listContacts(context: Context, actor: Actor, filter: ContactFilter): Promise<Contacts> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const limit = filter.limit ?? PAGE;
    const after = placeIn(filter);
    const sought = filter.search ? `%${filter.search.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%` : null;
    const day = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text));
    const full = seesCustomers(around, actor);
    const { rows } = await scope.run<ContactRead>({
      name: 'contacts', text: CONTACTS,
      values: [scope.tenant, hiddenMatters(around, actor), day(filter.from), day(filter.to), filter.channel ?? null, sought, new Date(after?.at ?? NEVER), after?.id ?? LAST, limit + 1, full, after?.ordinal ?? LAST_SEQ],
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map((row) => ({ id: row.id, asked: row.seq, ...contactOf(row, around, full, actor.language), untaken: row.seq === 0 && waitsForTaking(row, around) })), next: rows.length > limit && last ? writeCursor(filter, [last.at, last.id, last.seq]) : null };
  });
}
