"""Going on with a record: a note grows, feedback is worked with or split, a text about it goes out."""

from __future__ import annotations

from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.feedback import Feedback
from portfolio.records.reflections import Reflection
from portfolio.tui.beginning import BeginningScreen


class DeepeningScreen(BeginningScreen):
    """A screen with a record under its cursor of which more can be made."""

    def action_deepen(self) -> None:
        """Go on with a story, make one of a note, work with feedback, prepare a talk, or act on what was agreed."""
        from portfolio.tui import becoming, preparing, storytelling, working_with_feedback

        record = self.situation().chosen
        if isinstance(record, Reflection):
            storytelling.go_on_with_story(self, record)
        elif isinstance(record, Feedback):
            working_with_feedback.work_with(self, record)
        elif isinstance(record, Conversation):
            preparing.prepare_talk(self, record)
        elif isinstance(record, Agreement):
            becoming.offer_becoming(self, record)

    def action_texts(self) -> None:
        """A text about it to send to someone."""
        record = self.situation().chosen
        if record is not None:
            from portfolio.tui.texts_to_send import offer_texts

            offer_texts(self, record)

    def action_split(self) -> None:
        """Split feedback over skills."""
        record = self.situation().chosen
        if isinstance(record, Feedback):
            from portfolio.tui.screens.split import SplitScreen

            self.app.push_screen(SplitScreen(record.id))

    def action_short_version(self) -> None:
        """A short version of a story, to share."""
        record = self.situation().chosen
        if isinstance(record, Reflection):
            from portfolio.tui.storytelling import write_short_version

            write_short_version(self, record)
