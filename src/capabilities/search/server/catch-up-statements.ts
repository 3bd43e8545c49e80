/** The words of a row as one number; the same as in the columns `unsought`. */
const MARK_OF = {
  customer: "hashtextextended(name || E'\\n' || phone || E'\\n' || address, 0)",
  matter: "hashtextextended(number || E'\\n' || subject || E'\\n' || content || E'\\n' || customer_name, 0)",
} as const;

/** Whether anything waits to be read in. */
export const WAITS = `select exists (select from customer where tenant_id = $1 and unsought) or exists (select from matter where tenant_id = $1 and unsought) as waits`;

export const CUSTOMER_WORDS = `select id, ${MARK_OF.customer}::text as mark, name, phone, address as place, name || ' ' || address as text from customer
  where tenant_id = $1 and unsought order by id limit $2 for update skip locked`;
export const MATTER_WORDS = `select id, ${MARK_OF.matter}::text as mark, number as name, '' as phone, '' as place, number || ' ' || subject || ' ' || customer_name || ' ' || content as text from matter
  where tenant_id = $1 and unsought order by id limit $2 for update skip locked`;

export const DROP_KEYS = 'delete from search_key where tenant_id = $1 and about = $2 and id = any($3::uuid[])';
export const DROP_TERMS = 'delete from search_term t using search_text x where x.tenant_id = $1 and x.about = $2 and x.id = any($3::uuid[]) and t.tenant_id = $1 and t.about = $2 and t.id = x.id and t.term = any(x.terms)';
export const DROP_TEXTS = 'delete from search_text where tenant_id = $1 and about = $2 and id = any($3::uuid[])';
export const KEEP_KEYS = 'insert into search_key (tenant_id, about, id, key) select $1, $2, g.id, g.key from unnest($3::uuid[], $4::text[]) as g(id, key) on conflict do nothing';
const TEXTS = 'jsonb_to_recordset($3::jsonb) as g(id uuid, terms integer[])';
export const KEEP_TERMS = `insert into search_term (tenant_id, about, term, id) select $1, $2, w.term, g.id from ${TEXTS}, unnest(g.terms) as w(term) on conflict do nothing`;
export const KEEP_TEXTS = `insert into search_text (tenant_id, about, id, terms) select $1, $2, g.id, g.terms from ${TEXTS}`;
export const MARK = {
  customer: 'update customer c set sought = g.mark from unnest($2::uuid[], $3::bigint[]) as g(id, mark) where c.tenant_id = $1 and c.id = g.id',
  matter: 'update matter m set sought = g.mark from unnest($2::uuid[], $3::bigint[]) as g(id, mark) where m.tenant_id = $1 and m.id = g.id',
} as const;
