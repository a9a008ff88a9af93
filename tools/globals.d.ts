// What the scripts take for granted of a page, for `make lint`.

/** The compiled figure (cascade/figure/contract.py), and how the page starts. */
type Figure = import('./figure').FigureData & {
  isTall?: boolean; // the shape of the figure, see app/shape.js
  mirrored: import('./figure').Rule[];
  start: any;
  home: string;
  reach?: string;
  lang?: string;
  words?: { [text: string]: string };
};
type Pathway = import('./figure').PathwayData;
type Paper = import('./figure').Paper;

// The graph of a page without Dash.
declare module 'cytoscape/dist/cytoscape.esm.min.js' {
  const cytoscape: (options: any) => any;
  export default cytoscape;
}

// The plots' library, which is loaded before them.
declare const Plotly: any;

interface Window {
  /** The figure for the page around it: docs/embedding.md. */
  cascade: any;
  /** The seam: assets/js/app/seam.js. */
  cascadeKit: any;
  dash_clientside: any;
}

declare var cascade: any;
declare var cascadeKit: any;

// What a selector finds is what the templates hold.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}

interface Element {
  closest(selectors: string): any;
}

// Listeners hear of elements of the page.
interface EventTarget {
  [name: string]: any;
}
