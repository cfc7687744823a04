/** `taps` answers in the order in which they were given, `parts` beginnings of files, `notes` a few words about this computer. */
type StoreName = 'taps' | 'parts' | 'notes';

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((done, failed) => {
    const request = indexedDB.open('yeelen-station', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('taps', { keyPath: 'seq', autoIncrement: true });
      request.result.createObjectStore('parts');
      request.result.createObjectStore('notes');
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('indexedDB'));
  });
  return opened;
}

/** One step in one store, done when it is on the disk: a power cut right after takes nothing away. */
async function step<Answer>(
  name: StoreName,
  mode: IDBTransactionMode,
  what: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> {
  const transaction = (await open()).transaction(name, mode, { durability: 'strict' });
  const request = what(transaction.objectStore(name));
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done(request.result);
    transaction.onabort = () => failed(transaction.error ?? new Error('indexedDB'));
  });
}

export const readAll = <Row>(name: StoreName): Promise<Row[]> =>
  step(name, 'readonly', (store) => store.getAll() as IDBRequest<Row[]>);

export const read = <Row>(name: StoreName, key: string): Promise<Row | undefined> =>
  step(name, 'readonly', (store) => store.get(key) as IDBRequest<Row | undefined>);

/** Without a key the row bears its own. */
export const write = (name: StoreName, row: unknown, key?: string): Promise<unknown> =>
  step(name, 'readwrite', (store) => store.put(row, key));

export const erase = (name: StoreName, key: IDBValidKey): Promise<unknown> =>
  step(name, 'readwrite', (store) => store.delete(key));

export const empty = (name: StoreName): Promise<unknown> =>
  step(name, 'readwrite', (store) => store.clear());

/** The keys of a store whose keys are text. */
export const namesIn = (name: StoreName): Promise<string[]> =>
  step(name, 'readonly', (store) => store.getAllKeys() as IDBRequest<string[]>);
