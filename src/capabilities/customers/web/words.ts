/** Words about customers. */
export const customerWords = {
  customer: { zh: '客户', en: 'Customer' },
  phone: { zh: '电话', en: 'Phone' },
  name: { zh: '姓名', en: 'Name' },
  address: { zh: '地址', en: 'Address' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  homes: { zh: '房屋', en: 'Homes' },
  open: { zh: '未结 {n} 件', en: '{n} open' },
  noneOpen: { zh: '没有未结的事项', en: 'Nothing open' },
  recent: { zh: '最近', en: 'Recent' },
  newNumber: { zh: '新号码 {phone}。先登记，资料以后再补', en: 'New number {phone}. Register first, details can follow' },
  several: { zh: '这个号码有 {n} 位客户，请选一位', en: '{n} customers share this number, choose one' },
  other: { zh: '换一位', en: 'Someone else' },
  seek: { zh: '输入来电号码，自动找出客户', en: 'Type the number; the customer is found' },
} as const;
