"""Where a fault that pydantic finds stands in the tree of a file."""

from dataclasses import dataclass
from itertools import takewhile

from pydantic.fields import FieldInfo

from smartplan.shapes import fields, inner_model, inner_models
from smartplan.source import Mapping, Node, Sequence
from smartplan.stages.base import Item
from smartplan.subject import item_name


@dataclass(frozen=True, slots=True)
class Step:
    """A node on the way to an error: how it was reached and what it should be."""

    node: Node
    key: str | int
    field: FieldInfo | None
    """The field whose value the node is, or is an item of."""
    model: type[Item] | None
    """The class that describes the node if it is a mapping of known keys."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an error of pydantic's stands: every step from the root down to it."""

    steps: tuple[Step, ...]
    missing: str
    """The last key of the path if the file does not have it."""
    of_key: bool = False
    """Whether the fault is in the last key itself, such as a year that is none."""

    @property
    def node(self) -> Node:
        if self.of_key:
            return self._name
        return self.steps[-1].node

    @property
    def _name(self) -> Node:
        """The last key as it stands in the file."""
        parent, last = self.steps[-2], self.steps[-1]
        return (
            parent.node.entries[str(last.key)][0] if isinstance(parent.node, Mapping) else last.node
        )

    @property
    def key(self) -> str:
        """The key a planner would call the faulty value by."""
        steps = self.steps[:-1] if self.of_key else self.steps
        return next((str(s.key) for s in reversed(steps) if isinstance(s.key, str)), "")

    @property
    def subject(self) -> str:
        """The way here in ids and keys, told before anything is dropped."""
        words = [
            item_name(step.node, step.key) if isinstance(step.key, int) else step.key
            for step in self.steps[1:]
        ]
        return "/".join([*words, self.missing] if self.missing else words)

    @property
    def model(self) -> type[Item]:
        """The class of the innermost item."""
        return next(step.model for step in reversed(self.steps) if step.model is not None)

    @property
    def item(self) -> Step | None:
        """The innermost item below the root."""
        return next(iter(self.items), None)

    @property
    def items(self) -> list[Step]:
        """The innermost items, out to the first that has a name: a budget line, its program."""
        found: list[Step] = []
        for step in reversed(self.steps[1:]):
            if step.model is not None and isinstance(step.node, Mapping):
                found.append(step)
                if step.model.kind:
                    break
        return found

    def around(self, dropped: Step) -> list[Step]:
        """The items that lose a part with what is left out: a risk, its program."""
        before = takewhile(lambda step: step is not dropped, self.steps[1:])
        return [one for one in before if one.model and isinstance(one.node, Mapping)]


def spot_at(model: type[Item], root: Node, path: tuple[str | int, ...]) -> Spot:
    """The spot of an error by its path, as far as the file has it."""
    steps = [Step(root, "", None, model)]
    missing = ""
    for key in path:
        last = steps[-1]
        if isinstance(last.node, Mapping) and isinstance(key, str):
            info = fields(last.model).get(key) if last.model else last.field
            if key not in last.node.entries:
                missing = key
                continue
            child = last.node.entries[key][1]
            inner = inner_models(last.model).get(key) if last.model else inner_model(info)
            steps.append(Step(child, key, info, inner))
        elif isinstance(last.node, Sequence) and isinstance(key, int):
            steps.append(Step(last.node.items[key], key, last.field, last.model))
    return Spot(tuple(steps), missing, of_key=bool(path) and path[-1] == "[key]")
