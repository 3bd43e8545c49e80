/** Words of the verbs that need more than fields: what they would do, and the times people choose from. */
export const verbWords = {
  afterwards: { zh: '确认后', en: 'Once confirmed' },
  nothingMoves: { zh: '时限不变', en: 'No limit changes' },
  isNew: { zh: '新待办：', en: 'New:' },
  gone: { zh: '不再需要', en: 'is no longer needed' },
  carried: { zh: '转到那一件，仍须办', en: 'goes over to the other and is still owed' },
  done: { zh: '算办完', en: 'counts as done' },
  stopped: { zh: '停表', en: 'stands still' },
  again: { zh: '重新要办', en: 'is owed again' },
  annulled: { zh: '按时办了：超时撤销，补录的记录保留', en: 'was done in time: the breach is annulled, and stays on record as recorded late' },
  voidMeans: { zh: '作废后不再提醒、不再计时，单号保留。在“事项 → 全部”里按单号还能找到；没有别人接着办理前，您可以撤回。', en: 'Once voided nothing reminds or counts any more, and the number stays. It can still be found by number under Matters → All; until somebody else acts you can take it back.' },
  // extend
  until: { zh: '延到', en: 'Until' },
  limitNow: { zh: '现在的时限', en: 'The limit now' },
  limitThen: { zh: '同意后', en: 'Once consented' },
  longer: { zh: '晚 {span}', en: '{span} later' },
  notLater: { zh: '要晚于现在的时限', en: 'Choose a time after the present limit' },
  extendMeans: { zh: '须经上级同意；同意前仍按现在的时限计', en: 'Needs consent; until then the present limit holds' },
  // recorded afterwards
  earlier: { zh: '补录：事情发生得更早', en: 'It happened earlier' },
  happened: { zh: '发生', en: 'Happened' },
  recorded: { zh: '记录', en: 'Recorded' },
  now: { zh: '现在', en: 'now' },
  occurredAt: { zh: '发生时间', en: 'When it happened' },
  lateReason: { zh: '补录原因', en: 'Why it is recorded late' },
} as const;
