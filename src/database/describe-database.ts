import { type DatabaseTarget, urlOf } from './database-options.ts';

/** What messages call a database: never with its password. */
export const describeDatabase = (target: DatabaseTarget): string => {
  if (target.type === 'sqlite') return `SQLite '${target.path}'`;
  const { urlFrom, host = 'localhost', port = 5432, database } = target;
  const url = urlOf(target);
  if (urlFrom !== undefined && url === undefined) return `PostgreSQL at the URL in ${urlFrom}`;
  if (url === undefined) return `PostgreSQL${nameOf(database)} at ${host}:${port}`;
  try {
    const read = new URL(url);
    const name = decodeURIComponent(read.pathname.slice(1));
    return `PostgreSQL${nameOf(name)} at ${read.hostname}:${read.port === '' ? 5432 : read.port}`;
  } catch {
    return 'PostgreSQL';
  }
};

const nameOf = (database: string | undefined): string =>
  database === undefined || database === '' ? '' : ` '${database}'`;
