/** What Python decides. Written by `make press` (tools/constants.py): change it there. */
export const THEMES = ['auto', 'light', 'dark', 'projector'];
export const DETAILS = ['auto', 'overview', 'core', 'extended'];
export const RANK = { overview: 0, core: 1, extended: 2 };
export const OUTCOMES = ['pro-metastatic', 'anti-metastatic', 'context-dependent'];
export const FONT = 'Inter, system-ui, sans-serif';
export const NODE_FONT = 26;
export const NEAR_NODE_FONT = 21.5;
export const CLOSE_NODE_FONT = 14.5;
export const LECTURE_FONTS = [28, 30, 33, 37, 41, 46, 52];
export const PANEL_TITLE_FOOT = 38;
export const CARD_TITLE_FOOT = 31;
export const STAGE_ZOOM = 0.65;
export const FAR_ZOOM = 0.3;
export const CAMERA = { x: 14, top: 12, bottom: 56, closest: 4 };
export const NARROW = 640;
export const COUNT = 28;
export const LAPTOP = [1366, 716];
export const TABLET = [768, 934];
export const LEGEND_FACETS = ['outcome', 'effect', 'route', 'readout', 'lineage'];
export const HANDOUT = {
  pad: 14,
  box: 30,
  signs: { 'anti-metastatic': '−', 'context-dependent': '±' },
};
export const FLOW = { sides: ['stage', 'sender', 'class', 'receiver'], pad: 14, row: 26 };
export const SCALE_BREAK = 0.49;
export const FORMULA = "'*[=+\\-@\\t\\r]";
export const KEYS = [
  'Tab',
  'Arrow keys',
  '] and [',
  'Backspace',
  'Page Down and Page Up',
  'Shift + Up, Shift + Down',
  'Enter or Space',
  'R',
  'Esc',
  'Left and Right',
  '0',
  '1 to 4',
  '/',
  'T',
  'Y',
  '+ and -',
  'F',
  '?',
];
export const LECTURE_KEYS = [
  'Page Down, Right, Down, Space, Enter',
  'Page Up, Left, Up',
  'Home, End',
  'A number, then Enter',
  'A, B, C, D or 1 to 4',
  'R',
  '. or X',
  'F',
  'S',
  'P',
  'L',
  'T',
  'Q',
  'M, E',
  '+ and -, 0',
  'F5',
  'Esc',
  'Shift + Esc',
  '?',
];
