import { announcePerson } from '#ui/index.ts';
import { signOut } from '#capabilities/identity/web/index.ts';

/** Signs out and starts afresh: nothing of this person stays in the memory of the page. Drafts stay on the machine, under his name. */
export async function leave(): Promise<void> {
  await signOut().catch(() => undefined);
  announcePerson(null);
  location.assign('/');
}
