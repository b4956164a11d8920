-- What platforms told us and has not been answered yet: it is answered after a crash too, and once.
CREATE TABLE inbox (
  id INTEGER PRIMARY KEY,
  -- The platform and, where it has several, the account that was told: "telegram:123456".
  account TEXT NOT NULL,
  -- The platform's own number of the event: one that is told twice is taken once.
  event INTEGER NOT NULL,
  body TEXT NOT NULL,
  received TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  settled TEXT,
  UNIQUE (account, event)
);
CREATE INDEX inbox_open ON inbox (account, id) WHERE settled IS NULL;

-- How far each account's events have been taken.
CREATE TABLE inbox_marks (
  account TEXT PRIMARY KEY,
  next_event INTEGER NOT NULL,
  marked TEXT NOT NULL
) WITHOUT ROWID;

-- What the buttons under sent messages do, by the key that the platform gives back.
CREATE TABLE buttons (
  key TEXT PRIMARY KEY,
  action TEXT NOT NULL,
  used TEXT NOT NULL
) WITHOUT ROWID;

-- The chat that a destination lies in: places within it share its pace and its fate.
ALTER TABLE outbox ADD COLUMN chat TEXT NOT NULL DEFAULT '';
UPDATE outbox SET chat = CASE instr(destination, '/') WHEN 0 THEN destination ELSE substr(destination, 1, instr(destination, '/') - 1) END;
-- Which message's worth of a reply that is longer than one, and whether its reader turns the pages.
ALTER TABLE outbox ADD COLUMN page INTEGER NOT NULL DEFAULT 1;
ALTER TABLE outbox ADD COLUMN turned INTEGER NOT NULL DEFAULT 0;
-- The platform's ids of the message that it answers, and of the one whose place it takes.
ALTER TABLE outbox ADD COLUMN answers TEXT;
ALTER TABLE outbox ADD COLUMN edits TEXT;
-- An answer that could not go out by then has nobody who waits for it.
ALTER TABLE outbox ADD COLUMN expires TEXT;
CREATE INDEX outbox_batch ON outbox (batch);
CREATE INDEX outbox_troubled ON outbox (id) WHERE state IN ('unknown', 'failed', 'untrue');

-- In a forum the chat's own address is its first topic's: closed, it closes no other.
ALTER TABLE paused_destinations ADD COLUMN one_topic INTEGER NOT NULL DEFAULT 0;

-- Of which pauses a place's owner has been told, and with which reason.
CREATE TABLE told_pauses (
  destination TEXT PRIMARY KEY,
  why TEXT NOT NULL,
  told TEXT NOT NULL
) WITHOUT ROWID;
