/**
 * Page labels (网页标签) of 《政府网站发展指引》: 3 on the home page, 7 on a column page, 10 on a content page.
 * A label without a true value is left out, never filled with a made-up one.
 */
export interface LabelInput {
  siteName: string;
  /** Host name without scheme. */
  siteDomain: string;
  siteIdCode: string;
  column?: { label: string; about: string; columnType: string; keywords: readonly string[] };
  article?: { title: string; published: string; source: string; author: string; description: string; url: string };
}

export function govLabels({
  siteName,
  siteDomain,
  siteIdCode,
  column,
  article,
}: LabelInput): [name: string, content: string][] {
  const labels: [string, string][] = [
    ['SiteName', siteName],
    ['SiteDomain', siteDomain],
    ['SiteIDCode', siteIdCode],
  ];
  if (column) {
    labels.push(
      ['ColumnName', column.label],
      ['ColumnDescription', column.about],
      ['ColumnKeywords', column.keywords.join(',')],
      ['ColumnType', column.columnType],
    );
  }
  if (article) {
    labels.push(
      ['ArticleTitle', article.title],
      ['PubDate', article.published],
      ['ContentSource', article.source],
      ['Author', article.author],
      ['Description', article.description],
      ['Url', article.url],
    );
  }
  return labels.filter(([, content]) => content !== '');
}
