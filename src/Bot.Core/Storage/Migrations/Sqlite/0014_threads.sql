-- What the thread is called that the further messages of a digest go to; null where they follow in the place itself.
ALTER TABLE outbox ADD COLUMN thread TEXT;
ALTER TABLE digests ADD COLUMN threaded INTEGER NOT NULL DEFAULT 0;
