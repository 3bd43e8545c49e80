import { KIND_OF_MATTER, WORDS_OF_MATTER } from '#capabilities/matters/index.ts';

/** So many are looked at of each kind: five are shown, and more are counted only so far. */
export const MOST = 100;

const CUSTOMER = 'c.id, c.name, c.phone, c.address';
const LIVE = "c.tenant_id = $1 and c.erased_at is null and c.merged_into is null";

/** $2 the key of a tail, $3 all the digits that were typed. The number of a file that became part of another leads to that one: by
    `case`, for `coalesce` counts as a function that might tell, and row-level security would let no index be used for it. */
export const BY_PHONE = `select distinct ${CUSTOMER}, c.created_at from search_key k join customer p on p.tenant_id = $1 and p.id = k.id join customer c on c.tenant_id = $1 and c.id = case when p.merged_into is null then p.id else p.merged_into end
  where k.tenant_id = $1 and k.about = 'customer' and k.key = $2 and ${LIVE} and right(p.phone, length($3)) = $3 order by c.created_at desc, c.id desc limit ${MOST}`;

/** $2 from, $3 below, byte by byte: a pattern would lose its index in a prepared statement. Twice as many, for a name has several keys. */
const keyed = (about: 'customer' | 'matter'): string =>
  `(select distinct k.id from (select id from search_key where tenant_id = $1 and about = '${about}' and key ~>=~ $2 and key ~<~ $3 order by key using ~<~ limit ${2 * MOST}) k)`;
export const BY_KEY = `select ${CUSTOMER} from customer c where ${LIVE} and c.id in ${keyed('customer')} order by length(c.name), c.name, c.id limit ${MOST}`;

/**
 * $2 the terms, $3 the patterns that must all be there. The rarest term leads, the others are probed for; where all of them are frequent,
 * so is what has them all, and the newest few are found at once. The terms find a few, the patterns know.
 */
const termed = (about: 'customer' | 'matter'): string => `(select s.id from search_term s
    where s.tenant_id = $1 and s.about = '${about}' and s.term = (select w.term from unnest($2::integer[]) as w(term)
      order by (select count(*) from (select from search_term f where f.tenant_id = $1 and f.about = '${about}' and f.term = w.term limit 2000) few) limit 1)
    and not exists (select from unnest($2::integer[]) as w(term) where not exists (select from search_term o where o.tenant_id = $1 and o.about = '${about}' and o.term = w.term and o.id = s.id))
    order by s.id desc limit ${2 * MOST})`;
export const BY_TEXT = `select ${CUSTOMER} from customer c where ${LIVE} and c.id in ${termed('customer')} and (c.name || ' ' || c.address) ilike all ($3::text[]) order by length(c.name), c.name, c.id limit ${MOST}`;
/** $2 the key of a room, $3 what the address has beside it. */
export const BY_ROOM = `select ${CUSTOMER} from search_key k join customer c on c.tenant_id = $1 and c.id = k.id
  where k.tenant_id = $1 and k.about = 'customer' and k.key = $2 and ${LIVE} and c.address ilike $3 order by c.name, c.id limit ${MOST}`;
/** $2 the terms of a room's number, $3 how it stands in an address: four digits may be the end of a telephone number or the door. */
export const BY_ROOM_NUMBER = `select ${CUSTOMER} from customer c where ${LIVE} and c.id in ${termed('customer')} and c.address ~ $3 order by c.name, c.id limit ${MOST}`;
export const BY_ID = `select ${CUSTOMER} from customer c where ${LIVE} and c.id = any($2::uuid[]) order by c.name, c.id limit ${MOST}`;

const MATTER = `m.id, m.number, m.kind, m.severity, m.stage, m.channel, m.received_at, m.first_due_at, m.policy, m.policy_version, m.ended, m.customer_id, ${WORDS_OF_MATTER}`;
/** $4 kinds the reader may not list: for him they do not exist. */
const SEEN = `m.tenant_id = $1 and ${KIND_OF_MATTER} <> all($4::text[])`;
const NEWEST = `order by m.received_at desc, m.id desc limit ${MOST}`;
export const MATTERS_BY_KEY = `select ${MATTER} from matter m where ${SEEN} and m.id in ${keyed('matter')} ${NEWEST}`;
export const MATTERS_BY_TEXT = `select ${MATTER} from matter m where ${SEEN} and m.id in ${termed('matter')} and (m.number || ' ' || m.subject || ' ' || m.customer_name || ' ' || m.content) ilike all ($3::text[]) ${NEWEST}`;
/** The same by what everybody may read: the subject begins with the place, and the name is the customer's. */
export const MATTERS_BY_CONTENT = `select ${MATTER} from matter m where ${SEEN} and m.id in ${termed('matter')} and (m.number || ' ' || m.content) ilike all ($3::text[]) ${NEWEST}`;
/** $2 customers, $3 kinds not to be listed. */
export const MATTERS_OF = `select ${MATTER} from matter m where m.tenant_id = $1 and m.customer_id = any($2::uuid[]) and ${KIND_OF_MATTER} <> all($3::text[]) ${NEWEST}`;

const HOUSE = "h.id, trim(both ' ' from h.community || ' ' || h.code) as title, h.customer_id, c.name from house h left join customer c on c.tenant_id = $1 and c.id = h.customer_id and c.erased_at is null where h.tenant_id = $1";
const HOUSES = `order by h.community, h.code, h.id limit ${MOST}`;
/** $2 from and $3 below what codes of the building, $4 how the room is written, $5 the community. */
export const HOUSES_BY_ROOM = `select ${HOUSE} and h.id in (select b.id from unnest($2::text[], $3::text[]) as g(low, high) join house b on b.tenant_id = $1 and b.code ~>=~ g.low and b.code ~<~ g.high where b.code ~ $4) and h.community ilike $5 ${HOUSES}`;
export const HOUSES_OF = `select ${HOUSE} and h.customer_id = any($2::uuid[]) ${HOUSES}`;
/** $2 communities, $3 what the code must hold. */
export const HOUSES_IN = `select ${HOUSE} and h.community = any($2::text[]) and h.code ilike all ($3::text[]) ${HOUSES}`;
/** Every community once, hopping along the index instead of reading it. */
export const COMMUNITIES = `with recursive hop as ((select community from house where tenant_id = $1 order by community limit 1)
  union all select (select h.community from house h where h.tenant_id = $1 and h.community > hop.community order by h.community limit 1) from hop where hop.community is not null)
  select community from hop where community <> ''`;
