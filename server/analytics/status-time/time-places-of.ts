import { stageKinds } from '../../domain/stage.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { segmentStatuses } from '../flow-view/segment-statuses.ts';
import { stageKindCode } from '../flow-view/stage-kind-code.ts';
import { statusPlaces } from '../flow-view/status-places.ts';
import { teamOfProject } from '../flow-view/team-of-project.ts';
import { distinctStatuses } from './distinct-statuses.ts';
import { distinctValues } from './distinct-values.ts';
import { nameOfStatus } from './name-of-status.ts';
import type { TimeInStatusGroup, TimePlaces } from './time-places.ts';

/** The places of a grouping. */
export function timePlacesOf(view: FlowView, group: TimeInStatusGroup): TimePlaces {
  switch (group) {
    case 'STATUS':
      return byStatus(view);
    case 'STAGE':
      return byStage(view);
    case 'TYPE':
      return byType(view);
    case 'TEAM':
      return byTeam(view);
  }
}

function byStatus(view: FlowView): TimePlaces {
  const { strings } = view.table;
  const statuses = view.derive(segmentStatuses);
  const { kind } = view.derive(statusPlaces);
  const { values, numberOf } = view.derive(distinctStatuses);
  return {
    count: values.length,
    placeOf: (segment) => numberOf[statuses[segment] ?? 0] ?? 0,
    isDone: (place) => kind[values[place] ?? 0] === stageKindCode.DONE,
    nameOf: (place) => {
      const status = values[place] ?? 0;
      return { id: strings[status] || 'unknown', isNode: true, name: nameOfStatus(view, status) };
    },
  };
}

/** Statuses in no stage are told apart by kind alone, as in `stageVisits`. */
function byStage(view: FlowView): TimePlaces {
  const { stages } = view;
  const statuses = view.derive(segmentStatuses);
  const { stage, kind } = view.derive(statusPlaces);
  const placeOfStatus = Int32Array.from(stage, (index, place) =>
    index >= 0 ? index : stages.length + (kind[place] ?? 0),
  );
  const kindOf = (place: number) => stages[place]?.kind ?? stageKinds[place - stages.length] ?? 'QUEUE';
  return {
    count: stages.length + stageKinds.length,
    placeOf: (segment) => placeOfStatus[statuses[segment] ?? 0] ?? 0,
    isDone: (place) => kindOf(place) === 'DONE',
    nameOf: (place) => {
      const known = stages[place];
      if (known) return { id: known.id, isNode: true, name: known.name };
      const kindName = kindOf(place);
      return { id: `NO_STAGE_${kindName}`, isNode: false, name: `In no stage, taken for ${kindName.toLowerCase()}` };
    },
  };
}

function byType(view: FlowView): TimePlaces {
  const { strings, type } = view.table;
  const isOver = doneSegments(view);
  const { values, numberOf } = distinctValues(type, strings.length);
  return {
    count: values.length,
    placeOf: (segment, row) => (isOver(segment) ? -1 : (numberOf[type[row] ?? 0] ?? 0)),
    isDone: () => false,
    nameOf: (place) => {
      const name = strings[values[place] ?? 0] || 'No type';
      return { id: name, isNode: false, name };
    },
  };
}

/** Time before a move to another project belongs to the team of the old one. */
function byTeam(view: FlowView): TimePlaces {
  const { strings, segmentProject } = view.table;
  const isOver = doneSegments(view);
  const teamOf = view.derive(teamOfProject);
  const { values, numberOf } = distinctValues(segmentProject, strings.length);
  const teamOfProjects = values.map((project) => teamOf(strings[project] ?? ''));
  const teamIds = [...new Set(teamOfProjects)];
  const teamNumbers = Int32Array.from(numberOf, (number) => teamIds.indexOf(teamOfProjects[number] ?? ''));
  return {
    count: teamIds.length,
    placeOf: (segment) => (isOver(segment) ? -1 : (teamNumbers[segmentProject[segment] ?? 0] ?? 0)),
    isDone: () => false,
    nameOf: (place) => {
      const id = teamIds[place] ?? '';
      const known = view.teams.find((team) => team.id === id) ?? view.projects.find((project) => project.id === id);
      return { id: id || 'unknown', isNode: true, name: known?.name ?? (id || 'Unknown') };
    },
  };
}

function doneSegments(view: FlowView): (segment: number) => boolean {
  const statuses = view.derive(segmentStatuses);
  const { kind } = view.derive(statusPlaces);
  return (segment) => kind[statuses[segment] ?? 0] === stageKindCode.DONE;
}
