/** A question beyond the years a calendar is compiled for: nobody can say whether it was open then. */
export class OutsideCalendar extends RangeError {
  override readonly name = 'OutsideCalendar';

  /** @param first - the first compiled civil day, `last` the last one, both as YYYY-MM-DD. */
  constructor(
    readonly calendar: string,
    readonly first: string,
    readonly last: string,
    where: 'earlier' | 'later',
    neverOpens: boolean,
  ) {
    super(`Calendar “${calendar}” is compiled for ${first} to ${last}; the time asked for lies ${where}.${neverOpens ? ' It never opens.' : ''} Compile it for more years.`);
  }
}
