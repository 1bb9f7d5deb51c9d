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
  began TEXT COLLATE "C", 
  trail BYTEA NOT NULL, 
  PRIMARY KEY (id)
);

CREATE INDEX claims_carried ON claims (carriers DESC, origins, id);

CREATE TABLE carriers (
  article TEXT NOT NULL, 
  place INTEGER NOT NULL, 
  claim TEXT NOT NULL, 
  PRIMARY KEY (article, place)
);

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
);

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
);

CREATE INDEX ix_relays_parent ON relays (parent);

CREATE TABLE disputes (
  one TEXT NOT NULL, 
  one_place INTEGER NOT NULL, 
  other TEXT NOT NULL, 
  other_place INTEGER NOT NULL, 
  PRIMARY KEY (one, one_place, other, other_place)
);

CREATE INDEX ix_disputes_other ON disputes (other);

CREATE TABLE followed (
  number BIGINT NOT NULL, 
  article TEXT NOT NULL, 
  version BIGINT NOT NULL, 
  text TEXT NOT NULL, 
  floor INTEGER NOT NULL, 
  statements BYTEA NOT NULL, 
  kept BYTEA NOT NULL, 
  PRIMARY KEY (number), 
  UNIQUE (article)
);

CREATE INDEX ix_followed_text ON followed (text);

CREATE TABLE pairs (
  one BIGINT NOT NULL, 
  other BIGINT NOT NULL, 
  score INTEGER NOT NULL, 
  back FLOAT NOT NULL, 
  forth FLOAT NOT NULL, 
  bond BYTEA, 
  PRIMARY KEY (one, other)
);

CREATE INDEX ix_pairs_other ON pairs (other);

CREATE TABLE untraced (
  article TEXT NOT NULL, 
  PRIMARY KEY (article)
);

CREATE TABLE tracing (
  id SMALLINT NOT NULL, 
  models TEXT NOT NULL, 
  generation INTEGER NOT NULL, 
  last BIGINT NOT NULL, 
  statements INTEGER NOT NULL, 
  PRIMARY KEY (id)
);

CREATE FUNCTION version_came() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO untraced (article) VALUES (NEW.article) ON CONFLICT DO NOTHING; RETURN NULL; END $$;

CREATE TRIGGER version_came AFTER INSERT ON versions FOR EACH ROW EXECUTE FUNCTION version_came();

CREATE FUNCTION version_went() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO untraced (article) VALUES (OLD.article) ON CONFLICT DO NOTHING; RETURN NULL; END $$;

CREATE TRIGGER version_went AFTER DELETE ON versions FOR EACH ROW EXECUTE FUNCTION version_went();

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

COMMENT ON TABLE claims IS 'one row a claim: what statements of two articles or more have in common';

COMMENT ON COLUMN claims.id IS 'that of the set of its carriers';

COMMENT ON COLUMN claims.carriers IS 'how many articles carry it';

COMMENT ON COLUMN claims.outlets IS 'how many outlets do';

COMMENT ON COLUMN claims.languages IS 'in how many languages';

COMMENT ON COLUMN claims.origins IS 'how many independent origins it has';

COMMENT ON COLUMN claims.named IS 'how many of those are here and name their source';

COMMENT ON COLUMN claims.shifts IS 'how often a retelling changed it';

COMMENT ON COLUMN claims.depth IS 'steps of the longest way from an origin';

COMMENT ON COLUMN claims.flags IS 'what to beware of, parted by blanks';

COMMENT ON COLUMN claims.began IS 'when its first carrier was published, in UTC';

COMMENT ON COLUMN claims.trail IS 'all that is known of it, packed';

COMMENT ON TABLE carriers IS 'one row a statement that carries a claim';

COMMENT ON COLUMN carriers.article IS 'the article''s id';

COMMENT ON COLUMN carriers.place IS 'which of its statements, from 0';

COMMENT ON COLUMN carriers.claim IS 'row of `claims`';

COMMENT ON TABLE origins IS 'one row an article that has a claim from its own source';

COMMENT ON COLUMN origins.claim IS 'row of `claims`';

COMMENT ON COLUMN origins.article IS 'the article''s id';

COMMENT ON COLUMN origins.place IS 'which of its statements, from 0';

COMMENT ON COLUMN origins.sources IS 'who it has it from, parted by semicolons';

COMMENT ON COLUMN origins.unnamed IS 'whether nobody of them is named';

COMMENT ON COLUMN origins.independent IS 'no other heard it at that occasion';

COMMENT ON COLUMN origins.ghost IS 'an outlet it names that is not in the archive';

COMMENT ON TABLE relays IS 'one row an article that another is made from';

COMMENT ON COLUMN relays.child IS 'id of the article that is made from it';

COMMENT ON COLUMN relays.number IS 'counts an article''s relays from 1, the likeliest first';

COMMENT ON COLUMN relays.parent IS 'id of the article it is made from, if it is here';

COMMENT ON COLUMN relays.outlet IS 'the outlet of that article, or the one that is named';

COMMENT ON COLUMN relays.kind IS 'named, copied, translated or linked';

COMMENT ON COLUMN relays.probability IS 'that it is right, in [0, 1]';

COMMENT ON COLUMN relays.late IS 'dated after what is made from it';

COMMENT ON COLUMN relays.unordered IS 'the dates don''t tell which was first';

COMMENT ON TABLE disputes IS 'one row two statements of which one denies or contradicts the other';

COMMENT ON COLUMN disputes.one IS 'an article''s id';

COMMENT ON COLUMN disputes.one_place IS 'which statement of it';

COMMENT ON COLUMN disputes.other IS 'another article''s id';

COMMENT ON COLUMN disputes.other_place IS 'which one of that';

COMMENT ON TABLE followed IS 'one row an article that was compared with those before it';

COMMENT ON COLUMN followed.number IS 'never given twice';

COMMENT ON COLUMN followed.article IS 'the article''s id';

COMMENT ON COLUMN followed.version IS 'row of `versions` that was compared';

COMMENT ON COLUMN followed.text IS 'digest of that version''s text';

COMMENT ON COLUMN followed.floor IS 'how near the last of its nearest is';

COMMENT ON COLUMN followed.statements IS 'which of `vectors` are compared';

COMMENT ON COLUMN followed.kept IS 'what its trails need of it, packed';

COMMENT ON TABLE pairs IS 'one row two articles that were compared';

COMMENT ON COLUMN pairs.one IS 'row of `followed`';

COMMENT ON COLUMN pairs.other IS 'another one';

COMMENT ON COLUMN pairs.score IS 'how near they are in meaning';

COMMENT ON COLUMN pairs.back IS 'probability that one is made from other';

COMMENT ON COLUMN pairs.forth IS 'probability that other is made from one';

COMMENT ON COLUMN pairs.bond IS 'what they have in common, packed; nothing if nothing';

COMMENT ON TABLE untraced IS 'one row an article that came, changed or went since claims were traced';

COMMENT ON COLUMN untraced.article IS 'the article''s id';

COMMENT ON TABLE tracing IS 'one row: how far tracing has come';

COMMENT ON COLUMN tracing.id IS 'always 1';

COMMENT ON COLUMN tracing.models IS 'digest of what comparing depends on';

COMMENT ON COLUMN tracing.generation IS 'counts what was written by tracing';

COMMENT ON COLUMN tracing.last IS 'the last number of `followed` that was given';

COMMENT ON COLUMN tracing.statements IS 'how many statements are compared';
