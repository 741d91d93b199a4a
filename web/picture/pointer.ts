/** The hand on the picture: hover, click, double click, drag. */
import type Sigma from "sigma";

export interface Hand {
  onHover(id: string | undefined): void;
  onNode(id: string): void;
  onNodeTwice(id: string): void;
  onEdge(id: string): void;
  onEmpty(): void;
  onDrag(id: string, spot: { x: number; y: number }): void;
}

export function bindPointer(sigma: Sigma, container: HTMLElement, hand: Hand): void {
  let dragged: string | undefined;
  let hasMoved = false;
  const hover = (id: string | undefined): void => {
    // While the picture is dragged everything passes under the pointer.
    if (dragged !== undefined || sigma.getMouseCaptor().isMouseDown) return;
    container.classList.toggle("over-node", id !== undefined);
    hand.onHover(id);
  };
  sigma.on("enterNode", ({ node }) => hover(node));
  sigma.on("leaveNode", () => hover(undefined));
  sigma.on("enterEdge", () => container.classList.add("over-node"));
  sigma.on("leaveEdge", () => container.classList.remove("over-node"));
  sigma.on("clickNode", ({ node }) => {
    if (!hasMoved) hand.onNode(node);
  });
  sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    hand.onNodeTwice(node);
  });
  sigma.on("clickEdge", ({ edge }) => hand.onEdge(edge));
  sigma.on("clickStage", () => hand.onEmpty());
  sigma.on("downNode", ({ node }) => {
    dragged = node;
    hasMoved = false;
  });
  sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (dragged === undefined) return;
    hasMoved = true;
    hand.onDrag(dragged, sigma.viewportToGraph(event));
    preventSigmaDefault();
    event.original.preventDefault();
  });
  const drop = (): void => {
    dragged = undefined;
  };
  sigma.on("upNode", drop);
  sigma.on("upStage", drop);
}
