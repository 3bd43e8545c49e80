/** Words of the search. */
export const searchWords = {
  search: { zh: '搜索', en: 'Search' },
  hint: { zh: '电话、尾号、姓名或拼音首字母、房号、单号、内容', en: 'Phone, last four digits, name or its initials, room, number, words' },
  customers: { zh: '客户', en: 'Customers' },
  matters: { zh: '事项', en: 'Matters' },
  houses: { zh: '房屋', en: 'Homes' },
  recent: { zh: '最近打开', en: 'Opened lately' },
  none: { zh: '没找到“{typed}”。试试房号、尾号或单号', en: 'Nothing for “{typed}”. Try a room, the last four digits or a number' },
  more: { zh: '{n} 以上', en: '{n} or more' },
  catchingUp: { zh: '刚登记的还在整理，过一会儿再搜会更全', en: 'What was registered just now is still being read in; search again in a moment' },
  keys: { zh: '↑ ↓ 选择　Enter 打开　Esc 关闭', en: '↑ ↓ choose   Enter open   Esc close' },
  ended: { zh: '已结', en: 'ended' },
} as const;
