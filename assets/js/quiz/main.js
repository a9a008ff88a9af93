/** A round of questions: a bundle of its own, loaded when a reader first tests herself. */
import { offer } from '../app/later-bundle.js';
import { installPlayer } from './player.js';

offer('quiz', installPlayer);
