/**
 * Makes an element. Text always goes in as text, never as markup.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} properties of the element; `data` and `aria` hold attributes
 * @param {...(Node|string)} children
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  const { aria = {}, ...rest } = properties;
  Object.assign(made, rest);
  for (const [name, value] of Object.entries(aria)) {
    made.setAttribute(`aria-${name}`, value);
  }
  made.append(...children);
  return made;
}
