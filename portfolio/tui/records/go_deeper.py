"""Going on with a record: a note grows, feedback is worked with or split, a text about it goes out."""

from __future__ import annotations

from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.feedback import Feedback
from portfolio.records.reflections import Reflection
from portfolio.tui.begin_entry import BeginningScreen


class DeepeningScreen(BeginningScreen):
    """A screen with a record under its cursor of which more can be made."""

    def action_deepen(self) -> None:
        """Go on with a story, make one of a note, work with feedback, prepare a talk, or act on what was agreed."""
        from portfolio.tui.records import conversation, feedback, follow_up, story

        record = self.situation().chosen
        if isinstance(record, Reflection):
            story.go_on_with_story(self, record)
        elif isinstance(record, Feedback):
            feedback.work_with(self, record)
        elif isinstance(record, Conversation):
            conversation.prepare_talk(self, record)
        elif isinstance(record, Agreement):
            follow_up.offer_becoming(self, record)

    def action_texts(self) -> None:
        """A text about it to send to someone."""
        record = self.situation().chosen
        if record is not None:
            from portfolio.tui.records.send import offer_texts

            offer_texts(self, record)

    def action_split(self) -> None:
        """Split feedback over skills."""
        record = self.situation().chosen
        if isinstance(record, Feedback):
            from portfolio.tui.records.split import SplitScreen

            self.app.push_screen(SplitScreen(record.id))

    def action_short_version(self) -> None:
        """A short version of a story, to share."""
        record = self.situation().chosen
        if isinstance(record, Reflection):
            from portfolio.tui.records.story import write_short_version

            write_short_version(self, record)
