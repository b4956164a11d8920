-- Who is next, platform by platform: whom somebody waits for before what came by itself, then the oldest.
ALTER TABLE outbox ADD COLUMN platform TEXT GENERATED ALWAYS AS (
  CASE instr(destination, ':') WHEN 0 THEN destination ELSE substr(destination, 1, instr(destination, ':') - 1) END
) VIRTUAL;
CREATE INDEX outbox_line ON outbox (platform, answers IS NULL AND edits IS NULL, batch, part, piece) WHERE state = 'waiting';
CREATE INDEX outbox_due ON outbox (not_before) WHERE state = 'waiting';
CREATE INDEX outbox_flight ON outbox (held_until) WHERE state = 'sending';
