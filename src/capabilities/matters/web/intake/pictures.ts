const STORE = 'pictures';

/** Pasted pictures lie on this machine until their draft is saved: a killed window loses none. */
function open(whose: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(`aftercare.intake.${whose}`, 1);
    asked.onupgradeneeded = () => void asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('no room for pictures'));
  });
}

async function within<T>(whose: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open(whose);
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const asked = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onerror = () => reject(transaction.error ?? new Error('the picture could not be kept'));
    });
  } finally {
    database.close();
  }
}

/** Keeps a picture. @throws DOMException when this machine has no room (a private window may have none at all) */
export async function keepPicture(whose: string, id: string, file: Blob): Promise<void> {
  await within(whose, 'readwrite', (store) => store.put(file, id));
}

/** A picture that was kept; null when it is not there (any more). */
export async function keptPicture(whose: string, id: string): Promise<Blob | null> {
  const found: unknown = await within(whose, 'readonly', (store) => store.get(id)).catch(() => null);
  return found instanceof Blob ? found : null;
}

/** Forgets pictures whose draft is done with; what cannot be forgotten now harms nobody. */
export async function forgetPictures(whose: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) await within(whose, 'readwrite', (store) => store.delete(id)).catch(() => undefined);
}
