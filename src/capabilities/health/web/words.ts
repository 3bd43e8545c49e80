/** Words of the page 系统健康. */
export const healthWords = {
  title: { zh: '系统健康', en: 'System health' },
  onlyAdministrators: { zh: '这一页只有管理员能看。', en: 'This page is for administrators.' },
  good: { zh: '正常', en: 'Well' },
  bad: { zh: '要处理', en: 'To be mended' },
  note: { zh: '请留意', en: 'To be noted' },
  allGood: { zh: '一切正常。', en: 'Everything is well.' },
  counted: { zh: '{bad} 项要处理，{note} 项请留意。', en: '{bad} to be mended, {note} to be noted.' },
  remedy: { zh: '怎么办：', en: 'What to do: ' },
  again: { zh: '重新检查', en: 'Check again' },
  diagnosis: { zh: '下载诊断包', en: 'Download the diagnosis' },
  diagnosisSays: { zh: '诊断包只有数字，没有姓名、电话和事项内容，可以发给支持人员。', en: 'The diagnosis has figures only: no names, no telephone numbers, nothing of the matters. It may be sent to support.' },
  clockGood: { zh: '这台电脑与服务器的时间一致。', en: 'This computer and the server agree on the time.' },
  clockAhead: { zh: '这台电脑的时间快了 {n} 秒。', en: 'The clock of this computer is {n} seconds ahead.' },
  clockBehind: { zh: '这台电脑的时间慢了 {n} 秒。', en: 'The clock of this computer is {n} seconds behind.' },
  clockRemedy: { zh: '在这台电脑上打开自动对时；时限以服务器为准，不受影响。', en: 'Turn on automatic time on this computer; limits follow the server and are not affected.' },
} as const;
