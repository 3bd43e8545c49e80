import { postKey, listKeys, postKeyRevoke } from './keys.ts';
import { patchPerson, postPerson, listPeople, postLeave, postReturn, postPasswordReset } from './people.ts';
import { changeMyPassword, login, logout, readMe, readSession, setUpCompany } from './sign-in.ts';

export const identityOperations = [
  login, logout, readMe, readSession, changeMyPassword, setUpCompany,
  listPeople, postPerson, patchPerson, postPasswordReset, postLeave, postReturn,
  listKeys, postKey, postKeyRevoke,
];
