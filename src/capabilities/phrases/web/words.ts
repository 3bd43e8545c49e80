/** Words of the phrases. */
export const phraseWords = {
  phrases: { zh: '常用语', en: 'Phrases' },
  means: { zh: '在“内容”里输 / 加拼音首字母就能找到', en: 'In the words of the customer, type / and the initials' },
  none: { zh: '还没有常用语。把每天要写好几遍的话存在这里', en: 'No phrases yet. Keep here what you write several times a day' },
  title: { zh: '名称', en: 'Name' },
  text: { zh: '内容', en: 'Text' },
  mine: { zh: '自己用', en: 'Only me' },
  team: { zh: '本部门用', en: 'My unit' },
  whose: { zh: '给谁用', en: 'For whom' },
  add: { zh: '添加', en: 'Add' },
  save: { zh: '保存', en: 'Save' },
  change: { zh: '修改', en: 'Change' },
  remove: { zh: '删除', en: 'Remove' },
  back: { zh: '返回', en: 'Back' },
  kept: { zh: '已保存', en: 'Kept' },
  needed: { zh: '名称和内容都要写', en: 'Both a name and a text are needed' },
} as const;
