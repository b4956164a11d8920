-- When a message was first tried of those tries whose fate is open: for a while after it the platform knows it again.
ALTER TABLE outbox ADD COLUMN tried TEXT;

-- When something was last done that must not be done again too soon, not by the next process either.
CREATE TABLE moments (
  name TEXT PRIMARY KEY,
  at TEXT NOT NULL
) WITHOUT ROWID;

-- A store that is older than this index has none of it.
CREATE INDEX IF NOT EXISTS outbox_troubled ON outbox (id) WHERE state IN ('unknown', 'failed', 'untrue');
