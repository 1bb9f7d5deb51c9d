CREATE TABLE articles (
  id TEXT NOT NULL, 
  added TEXT NOT NULL, 
  PRIMARY KEY (id)
);

CREATE TABLE entities (
  "key" INTEGER NOT NULL, 
  id TEXT NOT NULL, 
  name TEXT NOT NULL, 
  kind TEXT NOT NULL, 
  country TEXT, 
  wikidata TEXT, 
  PRIMARY KEY ("key")
);

CREATE TABLE fetches (
  url TEXT NOT NULL, 
  etag TEXT, 
  last_modified TEXT, 
  fetched_at FLOAT NOT NULL, 
  PRIMARY KEY (url)
);

CREATE TABLE addresses (
  url TEXT NOT NULL, 
  article TEXT NOT NULL, 
  PRIMARY KEY (url), 
  FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX ix_addresses_article ON addresses (article);

CREATE TABLE forms (
  "key" INTEGER NOT NULL, 
  entity INTEGER NOT NULL, 
  name TEXT NOT NULL, 
  type TEXT NOT NULL, 
  folded TEXT NOT NULL, 
  PRIMARY KEY ("key"), 
  FOREIGN KEY(entity) REFERENCES entities ("key")
);

CREATE TABLE sources (
  "key" INTEGER NOT NULL, 
  name TEXT NOT NULL, 
  entity INTEGER, 
  folded TEXT NOT NULL, 
  PRIMARY KEY ("key"), 
  FOREIGN KEY(entity) REFERENCES entities ("key")
);

CREATE INDEX sources_entity ON sources (entity) WHERE entity IS NOT NULL;

CREATE TABLE versions (
  "key" INTEGER NOT NULL, 
  article TEXT NOT NULL, 
  number INTEGER NOT NULL, 
  current BOOLEAN NOT NULL, 
  seen TEXT NOT NULL, 
  hash TEXT NOT NULL, 
  title TEXT, 
  outlet TEXT, 
  outlet_folded TEXT NOT NULL, 
  site TEXT, 
  url TEXT, 
  language TEXT, 
  published TEXT, 
  moment TEXT, 
  byline TEXT, 
  canonical TEXT, 
  summary TEXT NOT NULL, 
  text TEXT NOT NULL, 
  reading BLOB NOT NULL, 
  PRIMARY KEY ("key"), 
  UNIQUE (article, number), 
  UNIQUE (article, hash), 
  FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX versions_current ON versions (article) WHERE current;

CREATE INDEX versions_dated ON versions (coalesce(moment, ''), "key");

CREATE INDEX versions_hash ON versions (hash);

CREATE TABLE attributions (
  version INTEGER NOT NULL, 
  number INTEGER NOT NULL, 
  parent INTEGER, 
  source INTEGER NOT NULL, 
  act TEXT NOT NULL, 
  via TEXT NOT NULL, 
  form TEXT NOT NULL, 
  standing TEXT, 
  hands SMALLINT, 
  link INTEGER, 
  probability FLOAT NOT NULL, 
  PRIMARY KEY (version, number), 
  FOREIGN KEY(version) REFERENCES versions ("key") ON DELETE CASCADE, 
  FOREIGN KEY(source) REFERENCES sources ("key")
)
 WITHOUT ROWID;

CREATE INDEX attributions_source ON attributions (source);

CREATE TABLE credits (
  version INTEGER NOT NULL, 
  number INTEGER NOT NULL, 
  kind TEXT NOT NULL, 
  outlet TEXT NOT NULL, 
  "begin" INTEGER, 
  "end" INTEGER, 
  inferred BOOLEAN NOT NULL, 
  PRIMARY KEY (version, number), 
  FOREIGN KEY(version) REFERENCES versions ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE entity_forms (
  version INTEGER NOT NULL, 
  form INTEGER NOT NULL, 
  rule TEXT NOT NULL, 
  PRIMARY KEY (version, form), 
  FOREIGN KEY(version) REFERENCES versions ("key") ON DELETE CASCADE, 
  FOREIGN KEY(form) REFERENCES forms ("key")
)
 WITHOUT ROWID;

CREATE TABLE links (
  version INTEGER NOT NULL, 
  number INTEGER NOT NULL, 
  "outer" INTEGER, 
  attribution INTEGER, 
  name TEXT, 
  via TEXT, 
  kind TEXT, 
  "begin" INTEGER, 
  "end" INTEGER, 
  inferred BOOLEAN NOT NULL, 
  PRIMARY KEY (version, number), 
  FOREIGN KEY(version) REFERENCES versions ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE mentions (
  version INTEGER NOT NULL, 
  number INTEGER NOT NULL, 
  "begin" INTEGER NOT NULL, 
  "end" INTEGER NOT NULL, 
  type TEXT NOT NULL, 
  PRIMARY KEY (version, number), 
  FOREIGN KEY(version) REFERENCES versions ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE pieces (
  version INTEGER NOT NULL, 
  attribution INTEGER NOT NULL, 
  role TEXT NOT NULL, 
  "begin" INTEGER NOT NULL, 
  "end" INTEGER NOT NULL, 
  PRIMARY KEY (version, attribution, role, "begin"), 
  CONSTRAINT pieces_are_spans CHECK (0 <= "begin" AND "begin" < "end"), 
  FOREIGN KEY(version) REFERENCES versions ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE timexes (
  version INTEGER NOT NULL, 
  number INTEGER NOT NULL, 
  "begin" INTEGER NOT NULL, 
  "end" INTEGER NOT NULL, 
  value TEXT NOT NULL, 
  kind TEXT NOT NULL, 
  PRIMARY KEY (version, number), 
  FOREIGN KEY(version) REFERENCES versions ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE vectors (
  version INTEGER NOT NULL, 
  contents BLOB NOT NULL, 
  own BLOB NOT NULL, 
  PRIMARY KEY (version), 
  FOREIGN KEY(version) REFERENCES versions ("key") ON DELETE CASCADE
);

CREATE VIRTUAL TABLE contents_index USING fts5 (
  words, content='', detail=none, columnsize=0,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);

CREATE VIEW who_said_what AS
SELECT
  versions.article, versions.title, versions.outlet, versions.published, versions.url,
  versions.language, attributions.number, attributions.parent,
  sources.name AS source, entities.id AS entity, entities.name AS entity_name,
  (
    SELECT group_concat(substr(versions.text, pieces."begin" + 1, pieces."end" - pieces."begin"), ' … ') FROM pieces
    WHERE pieces.version = attributions.version
      AND pieces.attribution = attributions.number AND pieces.role = 'c'
  ) AS cue,
  attributions.act, attributions.via, attributions.form, attributions.standing,
  attributions.hands, attributions.probability,
  (
    SELECT group_concat(substr(versions.text, pieces."begin" + 1, pieces."end" - pieces."begin"), ' … ') FROM pieces
    WHERE pieces.version = attributions.version
      AND pieces.attribution = attributions.number AND pieces.role = 'q'
  ) AS content,
  (
    SELECT group_concat(substr(versions.text, pieces."begin" + 1, pieces."end" - pieces."begin"), ' … ') FROM pieces
    WHERE pieces.version = attributions.version
      AND pieces.attribution = attributions.number AND pieces.role = 'k'
  ) AS condition
FROM attributions
JOIN versions ON versions.key = attributions.version AND versions.current
JOIN sources ON sources.key = attributions.source
LEFT JOIN entities ON entities.key = sources.entity;

CREATE VIEW article_summary AS
SELECT
  versions.article, versions.title, versions.outlet, versions.published, versions.url,
  versions.language, articles.added, versions.number AS versions, versions.seen AS changed,
  (SELECT count(*) FROM attributions WHERE attributions.version = versions.key) AS attributions,
  (SELECT count(*) FROM attributions WHERE attributions.version = versions.key AND attributions.standing = 'on-record') AS on_record,
  (SELECT count(*) FROM attributions WHERE attributions.version = versions.key AND attributions.standing = 'relayed') AS relayed,
  (SELECT count(*) FROM attributions WHERE attributions.version = versions.key AND attributions.standing = 'unnamed') AS unnamed,
  versions.summary
FROM versions
JOIN articles ON articles.id = versions.article
WHERE versions.current;

CREATE VIEW chains AS
WITH RECURSIVE steps (version, attribution, link, distance) AS (
  SELECT version, number, link, 0 FROM attributions WHERE link IS NOT NULL
  UNION ALL
  SELECT steps.version, steps.attribution, links."outer", steps.distance + 1
  FROM steps JOIN links ON links.version = steps.version AND links.number = steps.link
  WHERE links."outer" IS NOT NULL
)
SELECT
  versions.article, steps.attribution, steps.distance,
  coalesce(links.via, told.via) AS via, coalesce(links.kind, 'attribution') AS kind,
  coalesce(
    links.name,
    substr(versions.text, links."begin" + 1, links."end" - links."begin"),
    sources.name
  ) AS name
FROM steps
JOIN links ON links.version = steps.version AND links.number = steps.link
LEFT JOIN attributions AS told
  ON told.version = steps.version AND told.number = links.attribution
LEFT JOIN sources ON sources.key = told.source
JOIN versions ON versions.key = steps.version AND versions.current;
