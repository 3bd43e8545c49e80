import type { Text } from '#engine/text.ts';

/** What stands in an answer given again in the place of a secret, which is kept nowhere. */
export const toldOnce: Readonly<Record<'key' | 'password', Text>> = {
  key: { zh: '密钥只显示一次，这次不再显示。如果没有记下，请停用它并另建一个。', en: 'A key is shown once and is not shown again. If it was not noted down, revoke it and make another.' },
  password: { zh: '临时密码只显示一次，这次不再显示。如果没有记下，请再重置一次。', en: 'A password is shown once and is not shown again. If it was not noted down, reset it once more.' },
};
