/** Version 1: the audit chain, the gate that keeps changes behind it, and the keys whose end erases people. */
import { isFilled, isFlag, isInstant, isOneOf } from './checks.ts';

export const AUDIT_TABLES = `
  -- One row. Open only while a change is made that writes its own audit entries.
  CREATE TABLE audit_gate (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    is_open INTEGER NOT NULL ${isFlag('is_open')}
  ) STRICT;
  INSERT INTO audit_gate VALUES (1, 0);

  -- A key a data subject's details are sealed under; destroying it (sealed_key becomes NULL) erases them.
  CREATE TABLE erasure_keys (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL ${isOneOf('kind', 'person', 'bill')},
    sealed_key BLOB,
    created_at TEXT NOT NULL ${isInstant('created_at')},
    erased_at TEXT ${isInstant('erased_at')},
    CHECK ((sealed_key IS NULL) = (erased_at IS NOT NULL))
  ) STRICT;

  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL ${isInstant('at')},
    actor TEXT NOT NULL ${isFilled('actor')},
    action TEXT NOT NULL ${isFilled('action')},
    subject TEXT NOT NULL ${isFilled('subject')},
    payload TEXT NOT NULL CHECK (json_valid(payload)),
    personal BLOB,
    erasure_key_id INTEGER REFERENCES erasure_keys (id),
    key_generation INTEGER NOT NULL,
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    CHECK ((personal IS NULL) = (erasure_key_id IS NULL))
  ) STRICT;
  CREATE INDEX audit_by_subject ON audit (subject, seq);

  CREATE TRIGGER audit_continues BEFORE INSERT ON audit
  WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
    OR NEW.prev_hash <> coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), zeroblob(32))
  BEGIN SELECT RAISE(ABORT, 'AUDIT_CHAIN_BROKEN'); END;
  CREATE TRIGGER audit_not_updated BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'AUDIT_APPEND_ONLY'); END;
  CREATE TRIGGER audit_not_deleted BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'AUDIT_APPEND_ONLY'); END;
`;
