// SPDX-License-Identifier: Apache-2.0

// As much of a document as React DOM asks for, and as a test needs to look at what it has drawn.

type Listener = (event: object) => void;

class SmallNode {
  parentNode: SmallElement | null = null;

  constructor(
    readonly nodeType: number,
    readonly nodeName: string,
    readonly ownerDocument: SmallDocument | null,
  ) {}

  get textContent(): string {
    return '';
  }

  get nextSibling(): SmallNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }
}

class SmallText extends SmallNode {
  constructor(
    public nodeValue: string,
    document: SmallDocument,
  ) {
    super(3, '#text', document);
  }

  override get textContent(): string {
    return this.nodeValue;
  }
}

export class SmallElement extends SmallNode {
  readonly childNodes: SmallNode[] = [];
  readonly namespaceURI = 'http://www.w3.org/1999/xhtml';
  readonly style: Record<string, string> = {};
  private readonly attributes = new Map<string, string>();
  private readonly listeners: [type: string, listener: Listener][] = [];

  constructor(
    readonly tagName: string,
    document: SmallDocument | null,
    nodeType = 1,
  ) {
    super(nodeType, tagName.toUpperCase(), document);
  }

  get firstChild(): SmallNode | null {
    return this.childNodes[0] ?? null;
  }

  get lastChild(): SmallNode | null {
    return this.childNodes.at(-1) ?? null;
  }

  override get textContent(): string {
    return this.childNodes.map(({ textContent }) => textContent).join(' ');
  }

  override set textContent(text: string) {
    this.childNodes.length = 0;
    if (text !== '' && this.ownerDocument) {
      this.appendChild(this.ownerDocument.createTextNode(text));
    }
  }

  appendChild(child: SmallNode): void {
    this.insertBefore(child, null);
  }

  insertBefore(child: SmallNode, before: SmallNode | null): void {
    child.parentNode?.removeChild(child);
    const index = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
    this.childNodes.splice(index, 0, child);
    child.parentNode = this;
  }

  removeChild(child: SmallNode): void {
    this.childNodes.splice(this.childNodes.indexOf(child), 1);
    child.parentNode = null;
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  addEventListener(type: string, listener: Listener, capture: unknown): void {
    // React listens to everything twice; the tests' events bubble.
    if (capture !== true) {
      this.listeners.push([type, listener]);
    }
  }

  removeEventListener(): void {}

  /** The first element below, in order of the document, whose attribute has this value. */
  find(name: string, value: string): SmallElement | undefined {
    for (const child of this.childNodes) {
      if (child instanceof SmallElement) {
        const found = child.attributes.get(name) === value ? child : child.find(name, value);
        if (found) {
          return found;
        }
      }
    }
    return undefined;
  }

  isDisabled(): boolean {
    return this.attributes.has('disabled');
  }

  click(): void {
    const event = {
      type: 'click',
      target: this,
      button: 0,
      bubbles: true,
      timeStamp: Date.now(),
    };
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the way up starts here
    for (let element: SmallElement | null = this; element; element = element.parentNode) {
      for (const [type, listener] of element.listeners) {
        if (type === event.type) {
          listener(event);
        }
      }
    }
  }
}

export class SmallDocument extends SmallElement {
  readonly documentElement: SmallElement;
  readonly body: SmallElement;
  readonly defaultView = globalThis;

  constructor() {
    super('#document', null, 9);
    this.documentElement = new SmallElement('html', this);
    this.body = new SmallElement('body', this);
    this.appendChild(this.documentElement);
    this.documentElement.appendChild(this.body);
  }

  /** There is nothing that is looked for by a selector. */
  querySelector(): null {
    return null;
  }

  get activeElement(): SmallElement {
    return this.body;
  }

  createElement(tagName: string): SmallElement {
    return new SmallElement(tagName, this);
  }

  createTextNode(text: string): SmallText {
    return new SmallText(text, this);
  }
}

/** Makes this process a page with an empty body, before React is loaded. */
export function becomePage(): SmallDocument {
  const document = new SmallDocument();
  Object.assign(globalThis, {
    window: globalThis,
    document,
    HTMLIFrameElement: class {},
    requestAnimationFrame: (callback: () => void) => setTimeout(callback),
    cancelAnimationFrame: clearTimeout,
    addEventListener: () => {},
    removeEventListener: () => {},
  });
  return document;
}
