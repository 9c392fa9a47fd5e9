package exemplar.ui.demonstrations;

/// A control inside a cell that takes the mouse itself, instead of the row selecting.
interface CellControl {}
