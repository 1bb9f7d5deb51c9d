CREATE TABLE claims (
  id TEXT NOT NULL, 
  carriers INTEGER NOT NULL, 
  outlets INTEGER NOT NULL, 
  languages INTEGER NOT NULL, 
  origins INTEGER NOT NULL, 
  named INTEGER NOT NULL, 
  shifts INTEGER NOT NULL, 
  depth INTEGER NOT NULL, 
  flags TEXT NOT NULL, 
  began TEXT, 
  trail BLOB NOT NULL, 
  PRIMARY KEY (id)
);

CREATE INDEX claims_carried ON claims (carriers DESC, origins, id);

CREATE TABLE carriers (
  article TEXT NOT NULL, 
  place INTEGER NOT NULL, 
  claim TEXT NOT NULL, 
  PRIMARY KEY (article, place)
)
 WITHOUT ROWID;

CREATE INDEX ix_carriers_claim ON carriers (claim);

CREATE TABLE origins (
  claim TEXT NOT NULL, 
  article TEXT NOT NULL, 
  place INTEGER NOT NULL, 
  sources TEXT NOT NULL, 
  unnamed BOOLEAN NOT NULL, 
  independent BOOLEAN NOT NULL, 
  ghost TEXT, 
  PRIMARY KEY (claim, article, place)
)
 WITHOUT ROWID;

CREATE TABLE relays (
  child TEXT NOT NULL, 
  number INTEGER NOT NULL, 
  parent TEXT, 
  outlet TEXT, 
  kind TEXT NOT NULL, 
  probability FLOAT NOT NULL, 
  late BOOLEAN NOT NULL, 
  unordered BOOLEAN NOT NULL, 
  PRIMARY KEY (child, number)
)
 WITHOUT ROWID;

CREATE INDEX ix_relays_parent ON relays (parent);

CREATE TABLE disputes (
  one TEXT NOT NULL, 
  one_place INTEGER NOT NULL, 
  other TEXT NOT NULL, 
  other_place INTEGER NOT NULL, 
  PRIMARY KEY (one, one_place, other, other_place)
)
 WITHOUT ROWID;

CREATE INDEX ix_disputes_other ON disputes (other);

CREATE TABLE followed (
  number INTEGER NOT NULL, 
  article TEXT NOT NULL, 
  version INTEGER NOT NULL, 
  text TEXT NOT NULL, 
  floor INTEGER NOT NULL, 
  statements BLOB NOT NULL, 
  kept BLOB NOT NULL, 
  PRIMARY KEY (number), 
  UNIQUE (article)
);

CREATE INDEX ix_followed_text ON followed (text);

CREATE TABLE pairs (
  one INTEGER NOT NULL, 
  other INTEGER NOT NULL, 
  score INTEGER NOT NULL, 
  back FLOAT NOT NULL, 
  forth FLOAT NOT NULL, 
  bond BLOB, 
  PRIMARY KEY (one, other)
)
 WITHOUT ROWID;

CREATE INDEX ix_pairs_other ON pairs (other);

CREATE TABLE untraced (
  article TEXT NOT NULL, 
  PRIMARY KEY (article)
)
 WITHOUT ROWID;

CREATE TABLE tracing (
  id SMALLINT NOT NULL, 
  models TEXT NOT NULL, 
  generation INTEGER NOT NULL, 
  last INTEGER NOT NULL, 
  statements INTEGER NOT NULL, 
  PRIMARY KEY (id)
);

CREATE TRIGGER version_came AFTER INSERT ON versions BEGIN INSERT INTO untraced (article) VALUES (NEW.article) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER version_went AFTER DELETE ON versions BEGIN INSERT INTO untraced (article) VALUES (OLD.article) ON CONFLICT DO NOTHING; END;

INSERT INTO untraced (article) SELECT article FROM versions WHERE current;

CREATE VIEW claim_carriers AS
SELECT
  carriers.claim, carriers.article, carriers.place, versions.outlet, versions.language,
  versions.published, versions.title, versions.url, origins.article IS NOT NULL AS origin,
  origins.sources, origins.unnamed, origins.ghost
FROM carriers
JOIN versions ON versions.article = carriers.article AND versions.current
LEFT JOIN origins ON origins.claim = carriers.claim
  AND origins.article = carriers.article AND origins.place = carriers.place;
