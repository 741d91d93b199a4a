/** How the graphs begin that this program writes: one that lies among the articles is none of them. */

const HEADS: readonly string[] = [
  '{"attributes":{"format":',
  '{"directed":true,"multigraph":true,"graph":{"format":',
  '{"format_version":"1.0","generated_by":"dramatis"',
  '{"@context":{"schema":"https://schema.org/","sem":',
  '{"event_id":"event:',
  "Id,Label,kind,name,",
  "Source,Target,Type,Id,",
  "of,part,article,title,",
  '"id:ID",',
  '":START_ID",',
  "CREATE CONSTRAINT news_id",
  "@prefix schema: <https://schema.org/> .\n@prefix sem:",
  "digraph dramatis",
];
/** Of any program. */
const XML_GRAPH = /^<\?xml [^>]{0,200}>\s{0,100}(?:<\?dramatis |<(?:gexf|graphml)[\s>])/;

export function isGraph(text: string): boolean {
  return HEADS.some((head) => text.startsWith(head)) || XML_GRAPH.test(text);
}
