// What jsdom lacks and the page asks for, some of it as soon as a module is loaded.

Object.defineProperty(document, "fonts", { value: new EventTarget() });

HTMLCanvasElement.prototype.getContext = () => null;

Element.prototype.setPointerCapture = () => undefined;
