import type { Kind, Policy, Who } from '../policy.ts';

/** The bearer in words of the policy: titles of roles, positions and units. */
export function nameOf({ world, kind }: { readonly world: { readonly policy: Policy }; readonly kind: Kind }, who: Who): string {
  const title = (id: string): string => kind.roles[id]?.title ?? world.policy.positions[id]?.title ?? world.policy.units[id]?.title ?? id;
  switch (who.is) {
    case 'name': return `${who.of ? `${title(who.of)}的` : ''}${title(who.name)}${who.atLeast ? '以上' : ''}`;
    case 'special': return { system: '系统', applicant: '申请人', customer: '客户', about: '本人' }[who.name];
    case 'it': return who.field === 'actor' ? '办理人' : '接收人';
    case 'every': return `每位${nameOf({ world, kind }, who.of)}`;
    case 'all': return who.of.map((each) => nameOf({ world, kind }, each)).join('和');
    case 'any': return who.of.map((each) => nameOf({ world, kind }, each)).join('或');
  }
}
