import { isAbsent, titleOfBearer, type Bearer, type World } from '#engine';

/** More names than these nobody reads out. */
const FEW = 3;

/** A receiver as one tells a caller: the unit, and who of it is there while they are few; a person with his unit. */
export function receiverTitle({ policy, directory, now }: Pick<World, 'policy' | 'directory' | 'now'>, to: Bearer, names: (person: string) => string | undefined): string {
  const title = titleOfBearer(policy, to, names);
  if (to.person !== undefined) {
    const unit = to.unit ?? directory.people.find((each) => each.person === to.person)?.unit ?? '';
    const said = policy.units[unit]?.title;
    return said === undefined ? title : `${said} ${title}`;
  }
  const away = new Set(directory.absences?.filter((each) => isAbsent(each, now)).map(({ person }) => person));
  const there = directory.people.filter((each) => !away.has(each.person) && (to.position === undefined ? each.unit === to.unit : each.positions.some((held) => held.position === to.position && (to.unit === undefined || held.unit === to.unit))));
  const told = there.flatMap((each) => names(each.person) ?? []);
  return told.length === 0 || told.length > FEW ? title : `${title} ${told.join('、')}`;
}
