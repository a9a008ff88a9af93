/** Empty: no page asks Dash out of itself. Goes with the next change of the bundles. */
export {};
